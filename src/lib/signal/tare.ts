import type { SignalSample } from './sample';

/**
 * The tare: what rest reads (docs/signal.md, 3). The baseline is the median of the asked-for rest; σ is the standard deviation
 * about its straight line, and never below one quantisation step.
 */
export interface Rest {
  /** Median, in sensor numbers. */
  readonly baseline: number;
  /** In sensor numbers. */
  readonly sd: number;
  /** Change of the straight line over the whole window, in sensor numbers. */
  readonly drift: number;
}

export type TareRefusal = 'restless' | 'drifting' | 'gap';

/**
 * How long rest is listened to at a session's start, s. *Decision*, out of 3–5 s: a whole breath at 12 a minute. The slope of part of
 * one reads as drift: at 3 s a 4 s breath passes the limit up to 2.5 times over, at 5 s it stays at 0.4 of it.
 */
export const SHORT_TARE_S = 5;

/** A tare needs this share of its window covered by samples. */
const COVERAGE = 0.8;

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
    const rest = assessRest(this.#t.subarray(0, this.#count), this.#v.subarray(0, this.#count), resolution);
    return judgeRest(rest, resolution, reference) ?? rest;
  }
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
  const sorted = v.slice().sort();
  const middle = n >> 1;
  const upper = sorted[middle] ?? NaN;
  return {
    baseline: n % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2,
    sd: Math.max(Math.sqrt(residual / (n - 2)), resolution),
    drift: slope * ((t[n - 1] ?? NaN) - (t[0] ?? NaN))
  };
}

/**
 * Null when the rest will do. Once 100 % is known: drift up to max(3σ, 2 %) and σ up to 3 %. Before: drift up to 3σ and two
 * quantisation steps; σ has no measure yet.
 */
export function judgeRest(rest: Rest, resolution: number, reference: number | null): TareRefusal | null {
  const limit = reference === null ? 3 * rest.sd + 2 * resolution : Math.max(3 * rest.sd, 0.02 * reference);
  if (Math.abs(rest.drift) > limit) return 'drifting';
  return reference !== null && rest.sd > 0.03 * reference ? 'restless' : null;
}
