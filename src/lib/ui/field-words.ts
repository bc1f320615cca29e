import { m } from '$lib/paraglide/messages';
import { BAND_PCT } from '$lib/plan/steps';
import { LIMITS, type Limit, type LimitedField } from '$lib/signal/limits';
import { seconds } from './format';

/** What stands beside a number of a set: its unit. */
export function besideOf(field: LimitedField, value: number | null): string {
  switch (field) {
    case 'forcePct':
      return m.unit_force();
    case 'rounds':
      return m.unit_rounds();
    case 'bandPct':
      return m.unit_band();
    case 'tangentPct':
      return value === 0 ? m.unit_tangent_none() : m.unit_tangent();
    default:
      return m.unit_seconds({ seconds: value ?? 0 });
  }
}

/** What is said of a number that is none of the settings in its range. */
export function rangeOf({ min, max, parts = 1 }: Limit): string {
  const range = { min: seconds(min), max: seconds(max) };
  return parts === 1 ? m.field_range(range) : m.field_range_seconds(range);
}

/** What is said of a number that goes beyond what is open today. @param most in the unit of the field */
export function limitOf(field: LimitedField, most: number): string {
  if (field === 'rounds') return m.limit_rounds({ most });
  if (field === 'tangentPct') return most === 0 ? m.limit_tangent_none() : m.limit_tangent({ most });
  return field === 'holdS' ? m.limit_hold({ most: seconds(most) }) : m.limit_force({ most });
}

/**
 * The number that somebody typed, with a point or a comma: a keyboard offers the one or the other, whatever language the page is in.
 *
 * @returns null where it is none
 */
export function typedNumber(text: string): number | null {
  return /^\d+([.,]\d*)?$|^[.,]\d+$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;
}

/** What Bodem chose about the band around a target. */
export function bandDecisions(): readonly string[] {
  return [m.choice_ribbon({ pct: BAND_PCT, ...LIMITS.bandPct })];
}
