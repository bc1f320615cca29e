import { isDisturbed, measureRest } from './rest/measured-rest';
import type { SignalSample } from './sample';

/**
 * The tare: what rest reads (docs/signal.md, 3). Median, line and σ are robust: a cough or a knock moves none of them.
 */
export interface Rest {
  /** Median, in sensor numbers. */
  readonly baseline: number;
  /** σ about the straight line, at least one quantisation step, in sensor numbers. */
  readonly sd: number;
  /** Change of that line over the whole window, in sensor numbers; of a rest with two levels, the distance between them. */
  readonly drift: number;
  /** A tenth of the samples lies farther from the line than this, in sensor numbers. */
  readonly farthestTenth: number;
  /** The median distance from one sample to the next, in sensor numbers. */
  readonly jump: number;
}

/** What is wrong with a rest that was measured. */
export type RestRefusal = 'restless' | 'drifting' | 'gap';
/** `faint`: it varied too much for the squeezes that were measured since. */
export type TareRefusal = RestRefusal | 'rezeroed' | 'faint';

/**
 * How long rest is listened to at a session's start, s. *Decision*, out of 3–5 s: a whole breath at 12 a minute. The slope of part of
 * one reads as drift: at 3 s a 4 s breath passes the limit up to 3 times over, at 5 s it stays at 0.3 of it.
 */
export const SHORT_TARE_S = 5;

/** Noise, and samples that are not left out, may be so much of the reference. */
const RESTLESS_SHARE = 0.03;
/** A tare needs this share of its window covered by samples. */
const COVERAGE = 0.8;

/** *Decision*: before 100 % is known a breath has no size, so only what stands out as far as a person who moves is refused, in σ. */
const RESTLESS_SD = 30;

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
    const measured = measureRest(
      this.#t.subarray(0, this.#count),
      this.#v.subarray(0, this.#count),
      resolution
    );
    const { baseline, sd, drift, farthestTenth, jump } = measured;
    return judgeRest(measured, resolution, reference) ?? { baseline, sd, drift, farthestTenth, jump };
  }
}

/**
 * Null when the rest will do. Once 100 % is known: not more than a tenth of it beyond max(5σ, 3 %), drift up to max(3σ, 2 %) and σ up to 3 %.
 * Before: not more than a tenth beyond 30σ, and drift up to 3σ and two quantisation steps; σ has no measure yet.
 */
export function judgeRest(rest: Rest, resolution: number, reference: number | null): RestRefusal | null {
  const tolerated = reference === null ? RESTLESS_SD * rest.sd : RESTLESS_SHARE * reference;
  if (isDisturbed(rest, tolerated)) return 'restless';
  const limit = reference === null ? 3 * rest.sd + 2 * resolution : Math.max(3 * rest.sd, 0.02 * reference);
  if (Math.abs(rest.drift) > limit) return 'drifting';
  return reference !== null && rest.sd > RESTLESS_SHARE * reference ? 'restless' : null;
}
