import { Random } from '../../../firmware-sim/random';
import type { MuscleLike } from '../../../firmware-sim/muscle';

/** How strongly her squeezes move the signal fade in and out, s. */
const TAU_S = 0.15;
const COUGH_S = 0.4;

export interface Traits {
  readonly seed: number;
  /** Her squeeze, in % of a strong one; below 0 it lowers the signal, and 0 moves nothing. */
  readonly strengthPct: number;
  /** σ of the sensor's noise, in % of a strong squeeze. */
  readonly noisePct: number;
  /** How often she moves when she is to sit still, and squeezes when nobody asked, 0–1. */
  readonly restless: number;
  readonly driftPctPerS: number;
}

/** Somebody on a seat, in % of a strong squeeze: she may squeeze, cough, sit elsewhere, or get up. */
export class Somebody implements MuscleLike {
  /** Where rest is now. */
  seatPct = 0;
  /** She does what she wants to, 0–1 of her strength. */
  wants = 0;
  #squeeze = 0;
  #coughS = -Infinity;
  #coughPct = 0;
  #backS = -Infinity;
  #lastS = 0;
  readonly #noise: Random;
  readonly dice: Random;

  constructor(public traits: Traits) {
    this.#noise = new Random(traits.seed, 1);
    this.dice = new Random(traits.seed, 2);
  }

  cough(s: number, heightPct: number): void {
    this.#coughS = s;
    this.#coughPct = heightPct;
  }

  /** She gets up, and her whole weight is gone until then. */
  getUp(backS: number): void {
    this.#backS = backS;
  }

  at(s: number): number {
    const { strengthPct, noisePct, driftPctPerS } = this.traits;
    const elapsedS = s - this.#lastS;
    this.#lastS = s;
    this.seatPct += driftPctPerS * elapsedS;
    this.#squeeze += (this.wants - this.#squeeze) * -Math.expm1(-elapsedS / TAU_S);
    const noise = noisePct * this.#noise.normal();
    if (s < this.#backS) return -130 + noise;
    const cough = s - this.#coughS < COUGH_S ? this.#coughPct : 0;
    return this.seatPct + strengthPct * this.#squeeze + cough + noise;
  }
}
