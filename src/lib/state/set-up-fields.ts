import type { SetUp } from '../signal/command';
import { LIMITS, within, type Limit, type LimitedField } from '../signal/limits';
import { PATTERN_UNIT_MS } from '../signal/target';

export const FIELDS = Object.keys(LIMITS) as LimitedField[];

/** A set as it stands in the fields: % and seconds, in the ranges of `LIMITS`. */
export type SetUpFields = Readonly<Record<LimitedField, number>>;

export function isValid(value: unknown, bounds: Limit): value is number {
  return typeof value === 'number' && within(value, bounds);
}

/** A set-up in the units of the fields. */
export function fieldsOf({ forcePct, pattern, rounds, bandPct, tangentPct }: SetUp): SetUpFields {
  return {
    forcePct,
    riseS: pattern.riseMs / 1000,
    holdS: pattern.holdMs / 1000,
    fallS: pattern.fallMs / 1000,
    restS: pattern.restMs / 1000,
    rounds,
    bandPct,
    tangentPct: tangentPct ?? 0
  };
}

export function toSetUp(fields: SetUpFields): SetUp {
  const { forcePct, riseS, holdS, fallS, restS, rounds, bandPct, tangentPct } = fields;
  const ms = (s: number) => Math.round(1000 * s);
  const pattern = { riseMs: ms(riseS), holdMs: ms(holdS), fallMs: ms(fallS), restMs: ms(restS) };
  return { forcePct, pattern, rounds, bandPct, ...(tangentPct > 0 && { tangentPct }) };
}

/**
 * Fields that were kept on this device: all of them or nothing, for half a set-up is nobody's.
 *
 * @param text what the browser kept; earlier versions kept a pattern in tenths of a second, and no speed at first
 */
export function readFields(text: string | null): SetUpFields | null {
  const kept = { tangentPct: 0, ...(parsed(text) as Readonly<Record<string, unknown>> | null) };
  const whole = 'rise' in kept ? { ...kept, ...fromTenths(kept) } : kept;
  return isWhole(whole) ? whole : null;
}

function parsed(text: string | null): unknown {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    return typeof kept === 'object' ? kept : null;
  } catch {
    return null;
  }
}

function fromTenths({ rise, hold, fall, rest }: Readonly<Record<string, unknown>>) {
  const seconds = (tenths: unknown) => (Number(tenths) * PATTERN_UNIT_MS) / 1000;
  return { riseS: seconds(rise), holdS: seconds(hold), fallS: seconds(fall), restS: seconds(rest) };
}

function isWhole(kept: Partial<Record<LimitedField, unknown>>): kept is SetUpFields {
  return FIELDS.every((field) => isValid(kept[field], LIMITS[field]));
}
