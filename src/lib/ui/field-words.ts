import { m } from '$lib/paraglide/messages';
import { BAND_PCT } from '$lib/plan/steps';
import { LIMITS, type LimitedField } from '$lib/signal/limits';
import { PATTERN_UNIT_MS } from '$lib/signal/target';
import { seconds } from './format';

/** What stands beside a number of a set: its unit, or its seconds. */
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
      return `${seconds(((value ?? 0) * PATTERN_UNIT_MS) / 1000)} s`;
  }
}

/** What Bodem chose about the band around a target. */
export function bandDecisions(): readonly string[] {
  return [m.choice_ribbon({ pct: BAND_PCT, ...LIMITS.bandPct })];
}
