import { Random } from '../../firmware-sim/random';
import type { Recording } from '../../src/lib/signal/analysis';
import { DURATION_S } from './shapes';

/** How a signal was sampled. */
export interface Sampling {
  readonly rateHz: number;
  /** SD of white noise, % of the reference. */
  readonly noisePct: number;
  /** SD of the sample times, ms; no sample overtakes another. */
  readonly jitterMs: number;
  /** Which samples are missing: none, every sixteenth, or one of twenty by chance. */
  readonly loss: 'none' | 'every-16th' | 'random-5-pct';
}

/** A tenth of a step at least lies between two times. */
const LEAST_STEPS = 0.1;

/** The seed settles the noise, the jitter, what is lost, and where in a step the first sample lies. */
export function sampledBy(valueAt: (s: number) => number, sampling: Sampling, seed: number): Recording {
  const { rateHz, noisePct, jitterMs, loss } = sampling;
  const random = new Random(seed);
  const phase = random.uniform();
  const lost = Math.floor(16 * random.uniform());
  const t: number[] = [];
  const v: number[] = [];
  const count = Math.floor(DURATION_S * rateHz);
  for (let i = 0; i < count; i++) {
    const s = (i + phase) / rateHz;
    // The time of a sample is what jitters: its value is that of the right time.
    const stamp = s + (jitterMs / 1000) * random.normal();
    const value = valueAt(s) + noisePct * random.normal();
    const isLost =
      loss === 'every-16th' ? i % 16 === lost : loss === 'random-5-pct' && random.uniform() < 0.05;
    if (isLost) continue;
    t.push(Math.max(stamp, (t.at(-1) ?? -Infinity) + LEAST_STEPS / rateHz));
    v.push(value);
  }
  return { t: Float64Array.from(t), v: Float64Array.from(v) };
}
