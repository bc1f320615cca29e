import { analyse, type Analysis } from '../../src/lib/signal/analysis';
import type { AnalysedContraction } from '../../src/lib/signal/offline/contractions';
import type { Axis, Layer } from '../../src/lib/figure/figure';
import { column, type Sample } from '../unit/signal/samples';

/** A curve over time: s to % of the reference, or to what a sensor reports. */
export type Curve = (s: number) => number;

export const timeAxis = (from: number, to: number): Axis => ({ from, to, name: 'time, s' });
export const percentAxis = (from: number, to: number): Axis => ({ from, to, name: '% of the reference' });

/** Noise with a mean of 0 and a standard deviation of 1: sums of twelve even numbers, the same on every machine. */
export function noise(seed: number): () => number {
  let state = seed;
  const even = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return () => Array.from({ length: 12 }, even).reduce((sum, each) => sum + each, -6);
}

/** The same samples with noise of that standard deviation. */
export function noisy(samples: readonly Sample[], sd: number, seed = 1): Sample[] {
  const next = noise(seed);
  return samples.map(({ t, v }) => ({ t, v: v + sd * next() }));
}

/** From 0 to 1 between the two, along half a cosine. */
export function eased(s: number, fromS: number, toS: number): number {
  const share = Math.min(1, Math.max(0, (s - fromS) / (toS - fromS)));
  return (1 - Math.cos(Math.PI * share)) / 2;
}

/** Through the engine as a recording in which rest lasts up to `restS`, and 100 % is 100. */
export function recorded(samples: readonly Sample[], restS: number, mvc: number | null = 100): Analysis {
  const rest = { fromS: samples[0]?.t ?? 0, toS: restS };
  return analyse(
    { t: column(samples, 't'), v: column(samples, 'v') },
    { rest, mvc, polarity: 1, target: null }
  );
}

/** @throws where there are fewer: the figure would show something else than it says */
export function contractionAt({ contractions }: Analysis, index: number): AnalysedContraction {
  return defined(contractions[index]);
}

/** @throws where there is none: a figure does not hide that nothing was measured */
export function defined<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('What the figure shows was not measured.');
  return value;
}

export const traceOf = ({ samples: { t, pct } }: Analysis): Layer => ({ draw: 'trace', t, v: pct });

/** A number as it stands in a figure, with so many decimals. */
export const shown = (value: number, decimals: number) => value.toFixed(decimals).replace('-', '−');
