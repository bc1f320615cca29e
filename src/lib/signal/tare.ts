import type { SignalSample } from './sample';

/**
 * The tare: what rest reads (docs/signal.md, 3). The baseline is the median of the asked-for rest; σ is the standard deviation
 * about its straight line, and never below one quantisation step. What a cough or a knock moved for a moment is left out of both.
 */
export interface Rest {
  /** Median, in sensor numbers. */
  readonly baseline: number;
  /** In sensor numbers. */
  readonly sd: number;
  /** Change of the straight line over the whole window, in sensor numbers. */
  readonly drift: number;
}

/** What is wrong with a rest that was measured. */
export type RestRefusal = 'restless' | 'drifting' | 'gap';
/** `faint`: it varied too much for the squeezes that were measured since. */
export type TareRefusal = RestRefusal | 'rezeroed' | 'faint';

/**
 * How long rest is listened to at a session's start, s. *Decision*, out of 3–5 s: a whole breath at 12 a minute. The slope of part of
 * one reads as drift: at 3 s a 4 s breath passes the limit up to 2.5 times over, at 5 s it stays at 0.4 of it.
 */
export const SHORT_TARE_S = 5;

/** A tare needs this share of its window covered by samples. */
const COVERAGE = 0.8;

/** *Decision*: a sample farther from the line of the quiet part than so many of its robust σ belongs to a cough, a knock or a fault. */
const DISTURBED_SD = 6;
/** *Decision*: so much of the window may be disturbed and is left out. */
const LARGEST_DISTURBED = 0.1;
/** *Decision*: where more is, and the whole varies by more than so many σ of the quiet part, somebody moved. */
const RESTLESS_TIMES = 10;

/** Collects the asked-for rest, sample by sample, until `windowS` is over. */
export class Tare {
  readonly #t: Float64Array;
  readonly #v: Float64Array;
  #count = 0;
  #coveredS = 0;

  constructor(
    readonly startS: number,
    readonly windowS: number
  ) {
    const capacity = Math.ceil(windowS * 2048);
    this.#t = new Float64Array(capacity);
    this.#v = new Float64Array(capacity);
  }

  /** True once the window is over. */
  push({ t, v, gap }: Readonly<SignalSample>): boolean {
    if (t >= this.startS + this.windowS) return true;
    if (this.#count < this.#t.length) {
      if (!gap && this.#count > 0) this.#coveredS += t - (this.#t[this.#count - 1] ?? t);
      this.#t[this.#count] = t;
      this.#v[this.#count] = v;
      this.#count += 1;
    }
    return false;
  }

  /**
   * @param resolution one quantisation step, in sensor numbers
   * @param reference  100 % in sensor numbers, or null before there is one
   */
  finish(resolution: number, reference: number | null): Rest | TareRefusal {
    if (this.#count < 3 || this.#coveredS < COVERAGE * this.windowS) return 'gap';
    const { rest, isRestless } = measureRest(
      this.#t.subarray(0, this.#count),
      this.#v.subarray(0, this.#count),
      resolution
    );
    return isRestless ? 'restless' : (judgeRest(rest, resolution, reference) ?? rest);
  }
}

export interface MeasuredRest {
  /** Without what disturbed it for a moment. */
  readonly rest: Rest;
  /** More was disturbed than can be left out. */
  readonly isRestless: boolean;
}

/** What rest reads, where it is measured for a tare: a cough or a knock in it counts for nothing. */
export function measureRest(t: Float64Array, v: Float64Array, resolution: number): MeasuredRest {
  const isQuiet = quietOf(t, v, resolution);
  const [quietT, quietV] = [t.filter((_, i) => isQuiet[i]), v.filter((_, i) => isQuiet[i])];
  const [whole, quiet] = [assessRest(t, v, resolution), assessRest(quietT, quietV, resolution)];
  if (quietV.length >= (1 - LARGEST_DISTURBED) * v.length) return { rest: quiet, isRestless: false };
  return { rest: whole, isRestless: whole.sd > RESTLESS_TIMES * quiet.sd };
}

/**
 * Which samples lie near the line through the medians of the first and the last third: within 6 robust σ, 1.4826 times the median
 * distance from it. A burst moves these medians less than the means that a line of least squares is made of.
 */
function quietOf(t: Float64Array, v: Float64Array, resolution: number): boolean[] {
  const third = Math.ceil(v.length / 3);
  const [first, last] = [0, v.length - third].map((from) => ({
    t: medianOf(t.subarray(from, from + third)),
    v: medianOf(v.subarray(from, from + third))
  }));
  const slope = first && last ? (last.v - first.v) / (last.t - first.t) : 0;
  const level = v.map((value, i) => value - slope * (t[i] ?? NaN));
  const middle = medianOf(level);
  const away = level.map((value) => Math.abs(value - middle));
  const limit = DISTURBED_SD * Math.max(1.4826 * medianOf(away), resolution);
  // A sensor of fractions may read the same most of the time: then there is no measure of what disturbs.
  return Array.from(away, (distance) => limit === 0 || distance <= limit);
}

function medianOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? NaN, sorted[sorted.length >> 1] ?? NaN];
  return (low + high) / 2;
}

/** @returns median, SD about the line of least squares (n − 2 degrees of freedom), and that line's change over the window. */
export function assessRest(t: Float64Array, v: Float64Array, resolution: number): Rest {
  const n = v.length;
  let meanT = 0;
  let meanV = 0;
  for (let i = 0; i < n; i++) {
    meanT += (t[i] ?? NaN) / n;
    meanV += (v[i] ?? NaN) / n;
  }
  let stt = 0;
  let stv = 0;
  let svv = 0;
  for (let i = 0; i < n; i++) {
    const dt = (t[i] ?? NaN) - meanT;
    const dv = (v[i] ?? NaN) - meanV;
    stt += dt * dt;
    stv += dt * dv;
    svv += dv * dv;
  }
  const slope = stv / stt;
  const residual = Math.max(0, svv - slope * stv);
  return {
    baseline: medianOf(v),
    sd: Math.max(Math.sqrt(residual / (n - 2)), resolution),
    drift: slope * ((t[n - 1] ?? NaN) - (t[0] ?? NaN))
  };
}

/**
 * Null when the rest will do. Once 100 % is known: drift up to max(3σ, 2 %) and σ up to 3 %. Before: drift up to 3σ and two
 * quantisation steps; σ has no measure yet.
 */
export function judgeRest(rest: Rest, resolution: number, reference: number | null): RestRefusal | null {
  const limit = reference === null ? 3 * rest.sd + 2 * resolution : Math.max(3 * rest.sd, 0.02 * reference);
  if (Math.abs(rest.drift) > limit) return 'drifting';
  return reference !== null && rest.sd > 0.03 * reference ? 'restless' : null;
}
