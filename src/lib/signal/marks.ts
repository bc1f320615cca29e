import { levelsOf } from './levels';
import { PostureWatch } from './posture';
import { PulseWatch } from './pulse';
import type { SampleRun } from './sample-run';
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

  /** What is asked from here on, and whether a gap lies before: what does not belong together is forgotten. @param cue null outside of sets */
  begin(cue: Moment['cue'] | null, gap: boolean): void {
    const isRest = asksRest(cue);
    if (gap || !(isRest || cue === null)) this.#pulse.forget();
    if (gap || !isRest) this.#posture.forget();
  }

  /** Rest was measured anew. */
  restart(): void {
    this.#posture.restart();
  }

  /** Samples of a contraction that is asked for. */
  learn(run: SampleRun, from: number, to: number): void {
    this.#pulse.learn(run, from, to);
  }

  /** Takes a sample if no pulse is under way, nor begins with it; else it is to be pushed, once its rise rate is known. */
  passes(run: SampleRun, i: number): boolean {
    return this.#pulse.passes(run, i);
  }

  /** What this sample, at rest or outside of sets, makes certain. */
  at(run: SampleRun, i: number, cue: Moment['cue'] | null): Mark | null {
    if ((asksRest(cue) || cue === null) && this.#pulse.push(run, i))
      return { mark: 'pulse', fromS: this.#pulse.fromS };
    return asksRest(cue) ? this.postureAt(run, i) : null;
  }

  /** The posture that this sample, at rest and without a pulse, makes certain. */
  postureAt(run: SampleRun, i: number): Mark | null {
    if (!this.#posture.push(run, i)) return null;
    const { fromS, levelPct } = this.#posture;
    this.#pulse.forget();
    this.#posture.forget();
    return { mark: 'posture', fromS, levelPct };
  }

  /** Whether a contraction is nothing but the newest cough or knock. */
  coversContraction(startS: number, endS: number): boolean {
    return this.#pulse.covers(startS, endS);
  }

  /** Whether the newest cough or knock is part of a contraction. */
  reachesInto(startS: number, endS: number): boolean {
    return this.#pulse.reachesInto(startS, endS);
  }
}
