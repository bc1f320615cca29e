import { SignalSample } from '../../../src/lib/signal/sample';
import { SampleRun } from '../../../src/lib/signal/sample-run';

/** One sample: its time in s, and its value. */
export interface Sample {
  readonly t: number;
  readonly v: number;
}

/** `f` at whole multiples of 1/rateHz, fromS ≤ t < toS. */
export function sampled(f: (s: number) => number, rateHz: number, fromS: number, toS: number): Sample[] {
  const first = Math.ceil(fromS * rateHz - 1e-6);
  const length = Math.max(0, Math.ceil(toS * rateHz - 1e-6) - first);
  return Array.from({ length }, (_, i) => {
    const t = (first + i) / rateHz;
    return { t, v: f(t) };
  });
}

/** Straight lines between corners of [s, value]; flat before the first and after the last. */
export function straight(
  ...corners: readonly (readonly [s: number, value: number])[]
): (s: number) => number {
  return (s) => {
    const next = corners.findIndex(([at]) => at > s);
    const [s0, v0] = corners.at(next < 0 ? -1 : Math.max(0, next - 1)) ?? [NaN, NaN];
    const [s1, v1] = corners.at(next) ?? [NaN, NaN];
    return next <= 0 ? v0 : v0 + ((v1 - v0) * (s - s0)) / (s1 - s0);
  };
}

export const column = (samples: readonly Sample[], of: 't' | 'v') =>
  Float64Array.from(samples, (sample) => sample[of]);

/** As it is handed on, one by one. */
export const signalSample = (fields: Partial<SignalSample>): SignalSample =>
  Object.assign(new SignalSample(), fields);

const COLUMNS = ['t', 'raw', 'v', 'zeroPct', 'ratePerS'] as const;
type Fields = Partial<Record<(typeof COLUMNS)[number], number>>;

/** As the engine hands them on: all with one step, and a gap before the first at most. */
export function sampleRun(
  samples: readonly Fields[],
  { stepS = NaN, gap = false, atRail = false }: { stepS?: number; gap?: boolean; atRail?: boolean } = {}
): SampleRun {
  const run = new SampleRun();
  samples.forEach((fields, i) => {
    for (const column of COLUMNS) run[column][i] = fields[column] ?? 0;
    run.atRail[i] = atRail ? 1 : 0;
  });
  return Object.assign(run, { count: samples.length, stepS, gap });
}
