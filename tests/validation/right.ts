import type { Values } from './figures';
import { DURATION_S, type Shape } from './shapes';

/**
 * The right values of a shape, out of its formula and the definitions (docs/signal.md, 6–13) alone: by bisection and by sums over steps of 1 ms.
 * Nothing of the engine is used.
 */
const STEP_S = 1e-3;

type Curve = (s: number) => number;

/** Where it passes the level between two times, to 1 µs; the last time before `toS`, or the first after `fromS`. */
function passes(of: Curve, level: number, fromS: number, toS: number, which: 'first' | 'last'): number {
  const steps = Math.round((toS - fromS) / STEP_S);
  const at = (i: number) => fromS + i * STEP_S;
  const isAbove = (i: number) => of(at(i)) >= level;
  const all = Array.from({ length: steps }, (_, i) => i).filter((i) => isAbove(i) !== isAbove(i + 1));
  const i = which === 'first' ? all[0] : all.at(-1);
  if (i === undefined) return NaN;
  let [low, high] = [at(i), at(i + 1)];
  const isRise = isAbove(i + 1);
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (of(middle) >= level === isRise) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** Means over the middles of so many steps. */
function integral(of: Curve, fromS: number, toS: number): number {
  const steps = Math.max(1, Math.round((toS - fromS) / STEP_S));
  const stepS = (toS - fromS) / steps;
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += of(fromS + (i + 0.5) * stepS) * stepS;
  return sum;
}
const meanOf = (of: Curve, fromS: number, toS: number) => integral(of, fromS, toS) / (toS - fromS);

/** Of the line of least squares: ∫(x − w/2)·f / ∫(x − w/2)². */
function slopeOf(of: Curve, fromS: number, toS: number): number {
  const from = (s: number) => s - (fromS + toS) / 2;
  return integral((s) => from(s) * of(s), fromS, toS) / integral((s) => from(s) ** 2, fromS, toS);
}

function largest(of: Curve, fromS: number, toS: number): number {
  let most = -Infinity;
  for (let s = fromS; s <= toS; s += 2 * STEP_S) most = Math.max(most, of(s));
  return most;
}

/** The time at which it is largest. */
function peakOf(of: Curve, fromS: number, toS: number): number {
  let best = fromS;
  for (let s = fromS; s <= toS; s += STEP_S) if (of(s) > of(best)) best = s;
  return best;
}

/** @param windowS w of the rise rate: max(100 ms, 4 dt) */
export function rightValues({ valueAt: of }: Shape, windowS = 0.1): Values {
  const top = largest(of, 0, DURATION_S);
  const startS = passes(of, 10, 0, DURATION_S, 'first');
  const onset = passes(of, 2, 0, startS, 'last');
  const end = passes(of, Math.min(Math.max(5, 0.15 * top), 6), startS, DURATION_S, 'last');
  const plateau = largest((s) => meanOf(of, s, s + 0.5), onset, end - 0.5);
  const t90 = passes(of, 0.9 * plateau, onset, DURATION_S, 'first');
  const t10 = passes(of, 0.1 * plateau, 0, t90, 'last');
  const line = (s: number) => of(t90) + ((s - t90) / (end - t90)) * (of(end) - of(t90));
  const corner = peakOf((s) => of(s) - line(s), t90, end);
  const [holdFrom, holdTo] = [t90 + 0.25, corner - 0.25];
  const isHeld = holdTo - holdFrom >= 1;
  const mean = isHeld ? meanOf(of, holdFrom, holdTo) : NaN;
  const sd = isHeld ? Math.sqrt(meanOf((s) => (of(s) - mean) ** 2, holdFrom, holdTo)) : NaN;
  const level = meanOf(of, Math.max(t90, corner - 0.5), corner);
  const t10Fall = passes(of, 0.1 * level, corner, DURATION_S, 'first');
  const t90Fall = passes(of, 0.9 * level, t90, t10Fall, 'last');
  return {
    onset,
    riseRate: largest((s) => slopeOf(of, s, s + windowS), onset - windowS, t90),
    riseTime: t90 - t10,
    plateau,
    holdMean: mean,
    cv: (100 * sd) / mean,
    releaseCorner: corner,
    releaseTime: end,
    steepestFall: largest((s) => -slopeOf(of, s, s + windowS), corner - windowS, t10Fall),
    fallTime: t10Fall - t90Fall,
    residual: meanOf(of, end + 0.5, end + 1.5),
    holdSlope: isHeld ? slopeOf(of, holdFrom, holdTo) : NaN
  };
}
