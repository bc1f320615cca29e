import type { ContractionFigures } from '../contraction';
import { ContractionWatch } from '../contraction-watch';
import { SignalSample } from '../sample';
import type { Rest } from '../tare';
import type { Attempt, AttemptRefusal } from './attempt';
import { ATTEMPTS_WANTED } from './result';
import { WEAK_SD, type Polarity, type Reference } from './reference';

/** *Decision*: what leaves rest by half of what is too weak is somebody trying, and gets an answer. */
const START_SD = WEAK_SD / 2;
const ONSET_SD = 3;

/**
 * The short calibration: some contractions in the person's own time, either direction. Each is over when the signal has fallen to a
 * third of its peak (*decision*: real signals settle up to 15 % beside rest, and a third is far from both ends). The
 * direction of most attempts is proposed; the person confirms it. *Decision*: nobody watched whether it was a maximum, so the best of them is
 * the 100 % of the comfortable scale.
 */
export class ShortCalibration {
  readonly attempts: Attempt[] = [];
  readonly #watches: Readonly<Record<Polarity, ContractionWatch>>;
  readonly #sample = new SignalSample();
  #attempt: Attempt | null = null;
  /** Steepest rise of all accepted ones, in sensor numbers per s; −∞ while none is measured. */
  readonly #best: Record<Polarity, number> = { [1]: -Infinity, [-1]: -Infinity };

  constructor(
    private readonly rest: Rest,
    private readonly wanted = ATTEMPTS_WANTED
  ) {
    this.#watches = { [1]: this.#watch(1), [-1]: this.#watch(-1) };
  }

  get accepted(): readonly Attempt[] {
    return this.attempts.filter((attempt) => attempt.refused === null);
  }
  get done(): boolean {
    return this.accepted.length >= this.wanted;
  }
  /** How many squeezes got an answer, while another is waited for; null where none is. */
  get awaited(): number | null {
    return this.done ? null : this.attempts.length;
  }
  /** Whether a contraction is under way. */
  get active(): boolean {
    return this.#watches[1].active || this.#watches[-1].active;
  }

  /** The attempt that this sample, in sensor numbers, ends, or null; after the last that was wanted nothing more is taken. */
  push(raw: Readonly<SignalSample>): Attempt | null {
    if (this.done) return null;
    this.#attempt = null;
    const sample = Object.assign(this.#sample, raw);
    sample.v = raw.v - this.rest.baseline;
    this.#watches[1].push(sample);
    sample.v = -sample.v;
    this.#watches[-1].push(sample);
    return this.#attempt;
  }

  /** The steepest rise of the accepted attempts in one direction, in sensor numbers per s; NaN where none is measured. */
  riseRatePerS(polarity: Polarity): number {
    const best = this.#best[polarity];
    return best > 0 ? best : NaN;
  }

  /** The best of the accepted attempts in one direction, or null where none was strong enough. */
  reference(polarity: Polarity): Reference | null {
    const spans = this.accepted
      .filter((attempt) => attempt.polarity === polarity)
      .map(({ strength }) => strength);
    return spans.length > 0 ? { polarity, span: Math.max(...spans), scale: 'ref', rmaxPctPerS: null } : null;
  }

  /** The direction of most accepted attempts; the stronger one when they are even. */
  propose(): Reference | null {
    const [up, down] = [this.reference(1), this.reference(-1)];
    if (!up || !down) return up ?? down;
    const lean = this.accepted.reduce((sum, { polarity }) => sum + polarity, 0);
    if (lean !== 0) return lean > 0 ? up : down;
    return up.span >= down.span ? up : down;
  }

  #watch(polarity: Polarity): ContractionWatch {
    const start = START_SD * this.rest.sd;
    const levels = {
      start,
      onset: ONSET_SD * this.rest.sd,
      end: (peak: number) => Math.max(peak / 3, 0.6 * start),
      flat: 0
    };
    return new ContractionWatch(
      levels,
      true,
      {
        contraction: (figures) => {
          this.#judge(polarity, figures);
        },
        relaxation: () => undefined
      },
      // *Decision*: a flat top alone refuses no squeeze. Where it is held and not cut off, she could never do better.
      null
    );
  }

  #judge(polarity: Polarity, figures: ContractionFigures): void {
    const { startS, halfSecondPct: strength, riseRate, end } = figures;
    // What a silence cut off has not been seen to be let go: it is squeezed again.
    if (end === 'cut' || this.done) return;
    // After a squeeze real signals swing to the other side, by up to 15 %: that is no squeeze.
    const opposite = this.reference(polarity === 1 ? -1 : 1);
    if (opposite && (strength ?? 0) < opposite.span / 3) return;
    const refused = this.#refusal(figures);
    this.#attempt = { startS, polarity, strength: strength ?? 0, refused };
    this.attempts.push(this.#attempt);
    if (refused === null && 'valuePctPerS' in riseRate)
      this.#best[polarity] = Math.max(this.#best[polarity], riseRate.valuePctPerS);
  }

  #refusal({ halfSecondPct: strength, isSaturated }: ContractionFigures): AttemptRefusal | null {
    if (isSaturated) return 'rail';
    if (strength === null) return 'short';
    return strength < WEAK_SD * this.rest.sd ? 'weak' : null;
  }
}
