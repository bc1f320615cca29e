import { levelsOf } from './levels';
import { PostureWatch } from './posture';
import { PulseWatch } from './pulse';
import type { SignalSample } from './sample';
import { asksRest, type Moment } from './schedule';

/** What the signal shows that is no contraction: a cough or knock, or another posture. */
export type Mark =
  | { readonly mark: 'pulse'; readonly fromS: number }
  /** `levelPct`: where the signal rests since. */
  | { readonly mark: 'posture'; readonly fromS: number; readonly levelPct: number };

/**
 * Marks outside of prompted contractions (docs/signal.md, 4 and 16): pulses while rest is asked for in a set, and outside of sets;
 * other postures only in the rests of a set. The scores of a set do not know of them: a rest with a cough in it counts as it was.
 */
export class MarkWatch {
  readonly #pulse: PulseWatch;
  readonly #posture: PostureWatch;

  /** @param noisePct σ of the tare, % of the reference @param ownRatePctPerS steepest rise so far; NaN before one is known */
  constructor(noisePct: number, ownRatePctPerS: number) {
    this.#pulse = new PulseWatch(levelsOf(noisePct), ownRatePctPerS);
    this.#posture = new PostureWatch(noisePct);
  }

  /** The person's steepest rise so far, % of the reference per s. */
  get ownRatePctPerS(): number {
    return this.#pulse.bestRatePctPerS;
  }

  /** The mark that this sample makes certain. @param cue what the set asks; null outside of sets */
  push(sample: Readonly<SignalSample>, cue: Moment['cue'] | null): Mark | null {
    const { gap } = sample;
    const isRest = asksRest(cue);
    if (cue === 'rise') this.#pulse.learn(sample);
    if (gap || !(isRest || cue === null)) this.#pulse.forget();
    if (gap || !isRest) this.#posture.forget();
    if ((isRest || cue === null) && this.#pulse.push(sample))
      return { mark: 'pulse', fromS: this.#pulse.fromS };
    if (!isRest || !this.#posture.push(sample)) return null;
    const { fromS, levelPct } = this.#posture;
    this.#pulse.forget();
    this.#posture.forget();
    return { mark: 'posture', fromS, levelPct };
  }

  /** Whether a contraction is nothing but the newest cough or knock. */
  coversContraction(startS: number, endS: number): boolean {
    return this.#pulse.covers(startS, endS);
  }
}
