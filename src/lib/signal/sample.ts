/** What a watch needs that looks at the curve alone. */
export type SamplePoint = Readonly<Pick<SignalSample, 't' | 'v'>>;

/**
 * One sample for what looks at them one by one. All samples are one object, filled anew for each: a number handed over in a call is put
 * into a box of its own, and making the boxes took longer than all that is worked out of the numbers.
 */
export class SignalSample {
  /** Session time, s. */
  t = NaN;
  /** Height: % of the reference above the zero as it is now, or what else is looked at. */
  v = NaN;
  /** Median sample step, s. */
  stepS = NaN;
  /** The step since the last sample may not be bridged. */
  gap = false;
  /** The sensor was at an end of its range. */
  atRail = false;
}
