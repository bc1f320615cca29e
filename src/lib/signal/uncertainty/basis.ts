/** What a figure came from: as much of it as its record needs. Heights in % of the reference, times in s. */
export interface Basis {
  /** The figure itself, in its own unit. */
  readonly value: number;
  /** Samples per second. */
  readonly rateHz: number;
  /** σ of the tare, % of the reference (docs/signal.md, 3), which is never below one quantisation step. Null in results that did not keep it. */
  readonly noisePct: number | null;
  /** Length of the rest that the baseline is the median of, s. Without it: 3 s, the shortest. */
  readonly restS?: number;
  /** How far the zero has been moved since that rest, % of the reference (docs/signal.md, 4). */
  readonly zeroPct?: number;
  /** SD of the sample times about their straight line, ms. */
  readonly jitterMs?: number;
  /** The window of a slope, or of a plateau, ms. */
  readonly windowMs?: number;
  /** The stretch that a figure is worked out over, s: a hold, a round, a pulse; for the release corner, from 90 % to the end. */
  readonly durationS?: number;
  /** Mean of the hold that a variation is a share of, or the height that a rise or a fall leads to, % of the reference. */
  readonly heightPct?: number;
  /** How far the ends of that stretch may lie off, s: one SD. Without it they are given, as those of a target are. */
  readonly edgesS?: number;
  /** SD of the signal itself within that stretch, without the noise, % of the reference. Without it: 0, the signal is flat. */
  readonly sdPct?: number;
  /** Of an onset: the steepest slope of its rise, %/s. */
  readonly steepestPctPerS?: number;
  /** Of a release corner: the time from 90 to 10 % after it, s. */
  readonly fallTimeS?: number;
  /** How steeply the signal crosses the level, or each of the levels, that a time is read at, %/s; positive on the way down too. */
  readonly slopesPctPerS?: readonly number[];
  /** The mean signed error of the stretch, % of the reference. */
  readonly signedErrorPct?: number;
  /** Of a maximum: the attempts that count, in the unit of the value. */
  readonly attempts?: readonly number[];
}

/** The same where σ is known. */
export interface NoisyBasis extends Basis {
  readonly noisePct: number;
}

/** A basis lacks what its figure needs. */
export const UNKNOWN = NaN;
