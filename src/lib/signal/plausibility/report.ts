import { clockOf, type ClockReport } from './clock';
import { restShift, type RestShift } from './rest-shift';

/** What makes the figures of a recording more or less credible. */
export interface Plausibility {
  readonly clock: ClockReport;
  /** Null where there is no 100 %, or rest was seen but once. */
  readonly restShift: RestShift | null;
}

/**
 * @param t at least two times that rise, s
 * @param pct height in % of the reference, without outliers; null where there is no reference
 * @param resolutionPct one quantisation step, % of the reference
 */
export function plausibilityOf(
  t: Float64Array,
  pct: Float64Array | null,
  resolutionPct: number
): Plausibility {
  const clock = clockOf(t);
  const shift = pct && restShift({ t, v: pct, stepS: clock.medianStepS, resolution: resolutionPct });
  return { clock, restShift: shift };
}
