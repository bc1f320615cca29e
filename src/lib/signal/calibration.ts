import { ContractionDetector } from './contraction';
import { TrailingRiseRate } from './rise-rate';
import type { Rest } from './tare';

export type Polarity = 1 | -1;
export type AttemptRefusal = 'weak' | 'short';

export interface Attempt {
  /** Which way the signal went. */
  readonly polarity: Polarity;
  /** Largest 0.5 s mean, distance from the baseline, in sensor numbers. */
  readonly strength: number;
  readonly refused: AttemptRefusal | null;
}

/** What 100 % is. */
export interface Reference {
  readonly polarity: Polarity;
  /** Distance from the baseline at 100 %, in sensor numbers. */
  readonly span: number;
}

export const ATTEMPTS_WANTED = 3;
/** Below 20σ a reference is refused (docs/signal.md, 5). */
const WEAK_SD = 20;
/** *Decision*: what leaves rest by half of that is somebody trying, and gets an answer. */
const START_SD = 10;

/**
 * The short calibration: three contractions in the person's own time, either direction. Each is over when the signal has fallen to a
 * third of its peak (*decision*: real signals settle up to 15 % beside rest, and a third is far from both ends). The
 * direction of most attempts is proposed; the person confirms it.
 */
export class ShortCalibration {
  readonly attempts: Attempt[] = [];
  readonly #detectors: Readonly<Record<Polarity, ContractionDetector>>;
  readonly #riseRate = new TrailingRiseRate();
  /** Steepest rise of the squeeze under way, and of all accepted ones; −∞ while none is measured. */
  readonly #steepest: Record<Polarity, number> = { [1]: -Infinity, [-1]: -Infinity };
  readonly #best: Record<Polarity, number> = { [1]: -Infinity, [-1]: -Infinity };

  constructor(private readonly rest: Rest) {
    const start = START_SD * rest.sd;
    const levels = { start, end: (peak: number) => Math.max(peak / 3, 0.6 * start) };
    this.#detectors = { [1]: new ContractionDetector(levels), [-1]: new ContractionDetector(levels) };
  }

  get accepted(): readonly Attempt[] {
    return this.attempts.filter((attempt) => attempt.refused === null);
  }
  get done(): boolean {
    return this.accepted.length >= ATTEMPTS_WANTED;
  }
  /** Whether a contraction is under way. */
  get active(): boolean {
    return this.#detectors[1].active || this.#detectors[-1].active;
  }

  /** The attempt that this sample ends, or null; after the third accepted one nothing more is taken. */
  push(t: number, raw: number, gap: boolean, stepS: number): Attempt | null {
    if (this.done) return null;
    const distance = raw - this.rest.baseline;
    const rate = this.#riseRate.push(t, raw, stepS);
    return this.#take(1, t, distance, rate, gap) ?? this.#take(-1, t, -distance, -rate, gap);
  }

  /** The steepest trailing rise of the accepted attempts in one direction, in sensor numbers per s; NaN where none is measured. */
  riseRatePerS(polarity: Polarity): number {
    const best = this.#best[polarity];
    return best > 0 ? best : NaN;
  }

  /** The best of the accepted attempts in one direction, or null where none was strong enough. */
  reference(polarity: Polarity): Reference | null {
    const spans = this.accepted
      .filter((attempt) => attempt.polarity === polarity)
      .map(({ strength }) => strength);
    return spans.length > 0 ? { polarity, span: Math.max(...spans) } : null;
  }

  /** The direction of most accepted attempts; the stronger one when they are even. */
  propose(): Reference | null {
    const [up, down] = [this.reference(1), this.reference(-1)];
    if (!up || !down) return up ?? down;
    const lean = this.accepted.reduce((sum, { polarity }) => sum + polarity, 0);
    if (lean !== 0) return lean > 0 ? up : down;
    return up.span >= down.span ? up : down;
  }

  #take(polarity: Polarity, t: number, distance: number, rate: number, gap: boolean): Attempt | null {
    const detector = this.#detectors[polarity];
    const steepest = this.#steepest[polarity];
    const isOver = detector.push(t, distance, gap);
    this.#steepest[polarity] = !detector.active ? -Infinity : rate > steepest ? rate : steepest;
    if (!isOver) return null;
    const strength = detector.plateau;
    // After a squeeze real signals swing to the other side, by up to 15 %: that is no squeeze.
    const opposite = this.reference(polarity === 1 ? -1 : 1);
    if (opposite && strength < opposite.span / 3) return null;
    const refused = strength === -Infinity ? 'short' : strength < WEAK_SD * this.rest.sd ? 'weak' : null;
    const attempt = { polarity, strength: refused === 'short' ? 0 : strength, refused } as const;
    if (refused === null) this.#best[polarity] = Math.max(this.#best[polarity], steepest);
    this.attempts.push(attempt);
    return attempt;
  }
}
