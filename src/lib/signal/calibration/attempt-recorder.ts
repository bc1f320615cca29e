import type { SignalSample } from '../sample';
import { SampleBuffer } from '../sample-buffer';
import { RailCount } from '../saturation';
import { AFTER_S, BEFORE_S, judgeAttempt, SQUEEZE_S, type AttemptRules, type JudgedAttempt } from './attempt';

/** A sample before the two seconds, so that they are known to be whole. */
const MARGIN_S = 0.5;

/** Keeps what one attempt after the other is judged by. */
export class AttemptRecorder {
  readonly #samples = new SampleBuffer(2 ** 15);
  readonly #rail = new RailCount();
  #cueS = NaN;
  #stepS = NaN;

  constructor(private readonly rules: AttemptRules) {}

  /** Whether an attempt was asked for and is not judged yet. */
  get pending(): boolean {
    return !Number.isNaN(this.#cueS);
  }

  /** An attempt is asked for from then on. */
  begin(cueS: number): void {
    this.#cueS = cueS;
    this.#rail.reset();
  }

  /** It was given up. */
  drop(): void {
    this.#cueS = NaN;
  }

  /** The attempt whose rest afterwards has been seen, or null. */
  push(sample: Readonly<SignalSample>): JudgedAttempt | null {
    const { rest, polarity } = this.rules;
    const { t, v } = sample;
    this.#stepS = sample.stepS;
    this.#samples.push(sample);
    if (!this.pending) {
      this.#samples.dropBefore(t - BEFORE_S - MARGIN_S);
      return null;
    }
    if (sample.atRail && polarity * (v - rest.baseline) > 0) this.#rail.add();
    return t >= this.#cueS + SQUEEZE_S + AFTER_S ? this.#judge() : null;
  }

  #judge(): JudgedAttempt {
    const { times, values } = this.#samples;
    const attempt = judgeAttempt(times, values, this.#cueS, this.#stepS, this.#rail.isSaturated, this.rules);
    this.#cueS = NaN;
    return attempt;
  }
}
