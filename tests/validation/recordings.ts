import { analyse, type Recording } from '../../src/lib/signal/analysis';
import { recording, rowsOf } from '../recordings/recording';
import { measuredIn, type Figure } from './figures';
import { errorsOf, recordOf, type Errors } from './measure';

/** A contraction that somebody recorded: what it is, and how fast. Nothing of it is in the page but the errors. */
export interface Recorded {
  readonly what: string;
  readonly nativeHz: number;
  readonly byRate: readonly { readonly rateHz: number; readonly errors: Record<Figure, Errors> }[];
}

const PHASES = 20;
const REST_S = 2;

/** Null where the recording is absent. What the native rate reads stands for the right values. */
export function measureRecorded(): Recorded | null {
  const csv = recording('ankle-trapezoid-200hz.csv');
  if (csv === null) return null;
  const rows = rowsOf(csv);
  const native = { t: Float64Array.from(rows.t), v: Float64Array.from(rows.v) };
  const startS = native.t[0] ?? NaN;
  const rest = { fromS: startS, toS: startS + REST_S };
  const mvc = analyse(native, { rest, mvc: null, polarity: 1, target: null }).mvc.value;
  const figuresOf = (each: Recording) => measuredIn(analyse(each, { rest, mvc, polarity: 1, target: null }));
  const right = figuresOf(native);
  const byRate = [20, 50, 100].map((rateHz) => {
    const draws = Array.from({ length: PHASES }, (_, i) => figuresOf(resampled(native, rateHz, i / PHASES)));
    return { rateHz, errors: recordOf((figure) => errorsOf(figure, [{ right, draws }])) };
  });
  return {
    what: 'an ankle’s trapezoid of torque, asked to rise for 2 s and to hold for 6 s',
    nativeHz: 200,
    byRate
  };
}

/** As a slower sensor would have seen it: values on the straight lines between samples, so much of a step later. */
function resampled({ t, v }: Recording, rateHz: number, phase: number): Recording {
  const [startS, endS] = [t[0] ?? NaN, t.at(-1) ?? NaN];
  const times: number[] = [];
  for (let s = startS + phase / rateHz; s < endS; s += 1 / rateHz) times.push(s);
  let i = 1;
  const values = times.map((s) => {
    while ((t[i] ?? Infinity) < s) i += 1;
    const [ta = NaN, tb = NaN, va = NaN, vb = NaN] = [t[i - 1], t[i], v[i - 1], v[i]];
    return va + ((s - ta) / (tb - ta)) * (vb - va);
  });
  return { t: Float64Array.from(times), v: Float64Array.from(values) };
}
