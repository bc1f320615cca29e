import type { SetUp } from '../signal/command';
import { LIMITS, within, type LimitedField } from '../signal/limits';
import { PATTERN_UNIT_MS } from '../signal/target';

export const FIELDS = Object.keys(LIMITS) as LimitedField[];

/** 40 % and 40;20;40;60: the setting of learning to relax. */
const DEFAULTS: Record<LimitedField, number> = {
  forcePct: 40,
  rise: 40,
  hold: 20,
  fall: 40,
  rest: 60,
  rounds: 5,
  bandPct: 10
};

const KEY = 'bodem.set-up';

/** The set that is being set up, as typed; kept on this device for the next time. */
export class SetUpDraft {
  /** What stands in the fields; null for an empty one. */
  values = $state<Record<LimitedField, number | null>>(load());
  readonly invalid = $derived(FIELDS.filter((field) => !valid(field, this.values[field])));
  /** Null while a field is out of its range. */
  readonly setUp = $derived(this.invalid.length === 0 ? toSetUp(this.values) : null);

  /** Keeps the values for the next time, where the browser lets us. */
  keep(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(this.values));
    } catch {
      // A browser that stores nothing begins with the defaults each time.
    }
  }
}

function valid(field: LimitedField, value: unknown): value is number {
  return typeof value === 'number' && within(value, LIMITS[field]);
}

function load(): Record<LimitedField, number | null> {
  const stored = readStored();
  const entries = FIELDS.map((field) => {
    const value = stored[field];
    return [field, valid(field, value) ? value : DEFAULTS[field]];
  });
  return Object.fromEntries(entries) as Record<LimitedField, number>;
}

function readStored(): Partial<Record<LimitedField, unknown>> {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}

function toSetUp(values: Readonly<Record<LimitedField, number | null>>): SetUp {
  const of = (field: LimitedField) => values[field] ?? DEFAULTS[field];
  const msOf = (field: LimitedField) => of(field) * PATTERN_UNIT_MS;
  return {
    forcePct: of('forcePct'),
    pattern: { riseMs: msOf('rise'), holdMs: msOf('hold'), fallMs: msOf('fall'), restMs: msOf('rest') },
    rounds: of('rounds'),
    bandPct: of('bandPct')
  };
}
