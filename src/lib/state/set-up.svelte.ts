import { TARGETED } from '../plan/steps';
import type { SetUp } from '../signal/command';
import { LIMITS, within, type LimitedField } from '../signal/limits';
import { PATTERN_UNIT_MS } from '../signal/target';

export const FIELDS = Object.keys(LIMITS) as LimitedField[];

/** A set as it stands in the fields: whole numbers in the units of `LIMITS`. */
export type SetUpFields = Readonly<Record<LimitedField, number>>;

const KEY = 'bodem.set-up';

/** The set that is being set up, as typed; kept on this device for the next time. */
export class SetUpDraft {
  /** What was trained with last on this device; null before the first set. */
  last = $state.raw<SetUpFields | null>(load());
  /** What stands in the fields; null for an empty one. Learning to relax is where everybody begins. */
  values = $state<Record<LimitedField, number | null>>({
    ...(this.last ?? fieldsOf(TARGETED[0].setUp))
  });
  readonly invalid = $derived(FIELDS.filter((field) => !valid(field, this.values[field])));
  /** Null while a field is out of its range. */
  readonly setUp = $derived(this.invalid.length === 0 ? toSetUp(this.values as SetUpFields) : null);

  #latest = TARGETED[0].setUp;
  /** The newest one that was whole. */
  readonly latest = $derived.by(() => (this.#latest = this.setUp ?? this.#latest));

  /** Fills all fields. */
  use(fields: SetUpFields): void {
    this.values = { ...fields };
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

function valid(field: LimitedField, value: unknown): value is number {
  return typeof value === 'number' && within(value, LIMITS[field]);
}

/** All fields or nothing: half of a set-up that was kept is nobody's. */
function load(): SetUpFields | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    // Kept before there was a speed: then none was asked for.
    const whole = { tangentPct: 0, ...(typeof stored === 'object' ? stored : null) };
    return isSetUp(whole) ? whole : null;
  } catch {
    return null;
  }
}

function isSetUp(stored: Partial<Record<LimitedField, unknown>>): stored is SetUpFields {
  return FIELDS.every((field) => valid(field, stored[field]));
}

/** A set-up in the units of the fields. */
export function fieldsOf({ forcePct, pattern, rounds, bandPct, tangentPct }: SetUp): SetUpFields {
  return {
    forcePct,
    rise: pattern.riseMs / PATTERN_UNIT_MS,
    hold: pattern.holdMs / PATTERN_UNIT_MS,
    fall: pattern.fallMs / PATTERN_UNIT_MS,
    rest: pattern.restMs / PATTERN_UNIT_MS,
    rounds,
    bandPct,
    tangentPct: tangentPct ?? 0
  };
}

export function toSetUp({
  forcePct,
  rise,
  hold,
  fall,
  rest,
  rounds,
  bandPct,
  tangentPct
}: SetUpFields): SetUp {
  const ms = (value: number) => value * PATTERN_UNIT_MS;
  const pattern = { riseMs: ms(rise), holdMs: ms(hold), fallMs: ms(fall), restMs: ms(rest) };
  return { forcePct, pattern, rounds, bandPct, ...(tangentPct > 0 && { tangentPct }) };
}
