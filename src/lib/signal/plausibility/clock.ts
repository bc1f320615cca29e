import { BRIDGE_STEPS } from '../sample-step';

/** What the times of a recording say about its clock. Steps that are gaps count for nothing but the gaps. */
export interface ClockReport {
  /** dt, the median of all steps, s. */
  readonly medianStepS: number;
  readonly meanStepS: number;
  /** Standard deviation of the steps (n − 1), s, to a nanosecond; null of a single step. */
  readonly jitterS: number | null;
  /** Steps of more than 2.5 dt. */
  readonly gaps: number;
  /** 0 without a gap. */
  readonly longestGapS: number;
}

/** @param t at least two times that rise, s */
export function clockOf(t: Float64Array): ClockReport {
  const all = t.slice(1).map((s, i) => s - (t[i] ?? NaN));
  const medianStepS = all.slice().sort()[all.length >> 1] ?? NaN;
  const steps = all.filter((step) => step <= BRIDGE_STEPS * medianStepS);
  const meanStepS = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const squares = steps.reduce((sum, step) => sum + (step - meanStepS) ** 2, 0);
  return {
    medianStepS,
    meanStepS,
    jitterS: steps.length > 1 ? toNanoseconds(Math.sqrt(squares / (steps.length - 1))) : null,
    gaps: all.length - steps.length,
    longestGapS: all.reduce(
      (longest, step) => (step > BRIDGE_STEPS * medianStepS ? Math.max(longest, step) : longest),
      0
    )
  };
}

/** What is finer is the rounding of the times' own binary fractions. */
const toNanoseconds = (s: number) => Math.round(s * 1e9) / 1e9;
