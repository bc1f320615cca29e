import { withinLimits, type Load, type LoadLimits } from '../plan/load';
import { TARGETED } from '../plan/steps';
import type { SetUp } from '../signal/command';
import { LIMITS, type Limit, type LimitedField } from '../signal/limits';
import { FIELDS, fieldsOf, isValid, readFields, toSetUp, type SetUpFields } from './set-up-fields';

const KEY = 'bodem.set-up';

/** The set that is being set up, as typed; kept on this device for the next time. */
export class SetUpDraft {
  /** What was trained with last on this device; null before the first set. */
  last = $state.raw<SetUpFields | null>(load());
  /** What stands in the fields; null for an empty one. Learning to relax is where everybody begins. */
  values = $state<Record<LimitedField, number | null>>({
    ...(this.last ?? fieldsOf(TARGETED[0].setUp))
  });
  /** What is open to the person today; null: the ranges alone hold. */
  limits = $state.raw<LoadLimits | null>(null);
  readonly invalid = $derived(FIELDS.filter((field) => !isValid(this.values[field], this.boundsOf(field))));
  /** Null while a field is out of its range. */
  readonly setUp = $derived.by(() => {
    if (this.invalid.length > 0) return null;
    const setUp = toSetUp(this.values as SetUpFields);
    const goal = goalOf(setUp);
    return { ...setUp, ...(goal && { goal }) };
  });

  #latest = TARGETED[0].setUp;
  /** The newest one that was whole. */
  readonly latest = $derived.by(() => (this.#latest = this.setUp ?? this.#latest));

  /** Fills all fields. */
  use(fields: SetUpFields): void {
    this.values = { ...fields };
  }

  /** What is open today; a form that nobody has filled in begins within it. */
  limit(limits: LoadLimits | null): void {
    this.limits = limits;
    if (limits && this.last === null && this.equals(fieldsOf(TARGETED[0].setUp)))
      this.use(fieldsOf(withinLimits(TARGETED[0].setUp, limits)));
  }

  /** The range of a field, as far as it is open today. */
  boundsOf(field: LimitedField): Limit {
    const range: Limit = LIMITS[field];
    return { ...range, max: Math.min(range.max, this.mostOf(field) ?? range.max) };
  }

  /** The most that is open today of what a field holds, in its unit; null where only its range limits it. */
  mostOf(field: LimitedField): number | null {
    const load = LOAD_OF[field];
    if (!this.limits || !load) return null;
    return load === 'holdMs' ? this.limits.most.holdMs / 1000 : this.limits.most[load];
  }

  /** Whether exactly this stands in the fields. */
  equals(fields: SetUpFields): boolean {
    return FIELDS.every((field) => this.values[field] === fields[field]);
  }

  /** Keeps the values for the next time, where the browser lets us. */
  keep(): void {
    if (!this.setUp) return;
    this.last = fieldsOf(this.setUp);
    try {
      localStorage.setItem(KEY, JSON.stringify(this.last));
    } catch {
      // A browser that stores nothing begins anew each time.
    }
  }
}

/** Which field holds which number that is limited. */
const LOAD_OF: Readonly<Partial<Record<LimitedField, Load>>> = {
  forcePct: 'forcePct',
  holdS: 'holdMs',
  rounds: 'rounds',
  tangentPct: 'tangentPct'
};

function load(): SetUpFields | null {
  try {
    return readFields(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** The pattern of a step that is trained for more than its hold is trained for the same wherever it is set up. */
function goalOf({ pattern }: SetUp): SetUp['goal'] {
  const shape = ({ riseMs, holdMs, fallMs, restMs }: SetUp['pattern']) =>
    [riseMs, holdMs, fallMs, restMs].join(' ');
  return TARGETED.find(({ setUp }) => setUp.goal && shape(setUp.pattern) === shape(pattern))?.setUp.goal;
}
