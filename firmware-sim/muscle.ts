import { Random } from './random';
import { TRAITS, type Traits } from './traits';

export { TRAITS, type Traits };

/** Anything a sensor can feel: % of the person's maximum at sensor time `tS`, asked for with non-decreasing times. */
export interface MuscleLike {
  at(tS: number): number;
}

/** What the person means to do, in % of their maximum. */
export type Intent = (tS: number) => number;

export type MuscleOptions = { readonly seed: number; readonly intent: Intent } & Partial<Traits>;

/** Inner step, s. The same force comes out however often it is asked for. */
const STEP_S = 0.002;
const TREMOR_HZ = 10;
const TREMOR_DAMPING = 0.2;
const COUGH_S = 0.3;

/**
 * A virtual pelvic floor: deterministic for one seed and one intent. It begins relaxed at the first time asked for.
 * Traits left out are off, so `new Muscle({ seed, intent })` answers exactly `intent(t)`.
 */
export class Muscle implements MuscleLike {
  intent: Intent;
  private readonly traits: Traits;
  private readonly moving: boolean;
  private readonly tremorNoise: Random;
  private readonly coughDice: Random;
  private readonly phases: readonly [number, number, number];
  private startS = NaN;
  /** The grid point just computed, and the forces at it and one step before. */
  private step = 0;
  private force = 0;
  private before = 0;
  private stage = 0;
  private capacity = 1;
  private voluntary = 0;
  /** A resonance with an SD of 1, and its speed per second. */
  private tremor = 0;
  private tremorSpeed = 0;
  private coughAsked = false;
  private coughS = -Infinity;
  private nextCoughS = Infinity;

  constructor({ seed, intent, ...traits }: MuscleOptions) {
    this.intent = intent;
    this.traits = { ...TRAITS.ideal, ...traits };
    const { reactionS, riseTauS, fallTauS, fatigueTauS, tremorPct } = this.traits;
    this.moving = reactionS > 0 || riseTauS > 0 || fallTauS > 0 || fatigueTauS > 0 || tremorPct > 0;
    this.tremorNoise = new Random(seed, 1);
    this.coughDice = new Random(seed, 2);
    const dice = new Random(seed, 3);
    this.phases = [dice.uniform(), dice.uniform(), dice.uniform()];
  }

  /** % of the maximum at `tS` seconds; a little under 0 or over 100 is possible. An earlier time than the last is not asked for. */
  at(tS: number): number {
    if (Number.isNaN(this.startS)) this.begin(tS);
    const seat = this.breathing(tS) + this.drift(tS - this.startS) + this.coughing(tS);
    if (!this.moving) return this.intent(tS) + seat;
    while (this.step * STEP_S < tS) this.advance();
    const part = Math.min(1, Math.max(0, tS / STEP_S - (this.step - 1)));
    return this.before + (this.force - this.before) * part + seat;
  }

  /** One cough, from the next time asked for. */
  cough(): void {
    this.coughAsked = true;
  }

  /** The force still reachable, % of the rested maximum. */
  get reachablePct(): number {
    return this.capacity * 100;
  }

  private begin(tS: number): void {
    this.startS = tS;
    this.step = Math.floor(tS / STEP_S);
    this.nextCoughS = tS + this.untilNextCough();
  }

  private advance(): void {
    const { reactionS, riseTauS, fallTauS, order, fatigueTauS, fatigueFloorPct, recoveryTauS } = this.traits;
    this.step += 1;
    this.before = this.force;
    // Asked for at the old grid point: a wish works from then on, not before.
    const wish = this.intent(Math.max(this.startS, (this.step - 1) * STEP_S - reactionS));
    const target = Math.min(wish, 100 * this.capacity);
    const follow = (from: number, to: number): number => {
      const tauS = (to > from ? riseTauS : fallTauS) / order;
      return tauS > 0 ? to + (from - to) * Math.exp(-STEP_S / tauS) : to;
    };
    this.stage = order === 2 ? follow(this.stage, target) : target;
    const next = (this.voluntary = follow(this.voluntary, this.stage));
    if (fatigueTauS > 0) {
      const effort = Math.min(1, Math.max(0, next / 100));
      this.capacity +=
        STEP_S *
        (((fatigueFloorPct / 100 - this.capacity) * effort * effort) / fatigueTauS +
          ((1 - this.capacity) * (1 - effort)) / recoveryTauS);
    }
    this.force = next + this.shake(next);
  }

  /** A damped resonance at 10 Hz driven by noise, scaled to the wanted SD and to the force. */
  private shake(forcePct: number): number {
    const { tremorPct } = this.traits;
    if (tremorPct === 0) return 0;
    const omega = 2 * Math.PI * TREMOR_HZ;
    this.tremorSpeed +=
      STEP_S * (-2 * TREMOR_DAMPING * omega * this.tremorSpeed - omega * omega * this.tremor) +
      Math.sqrt(4 * TREMOR_DAMPING * omega ** 3 * STEP_S) * this.tremorNoise.normal();
    this.tremor += STEP_S * this.tremorSpeed;
    return (this.tremor * tremorPct * Math.max(0, forcePct)) / 100;
  }

  private breathing(tS: number): number {
    const { breathingPct, breathingHz } = this.traits;
    if (breathingPct === 0) return 0;
    return breathingPct * Math.sin(2 * Math.PI * (breathingHz * tS + this.phases[0]));
  }

  /** Straight part and two slow waves, 0 at the beginning. */
  private drift(elapsedS: number): number {
    const { driftPctPerMin, wanderPct } = this.traits;
    if (driftPctPerMin === 0 && wanderPct === 0) return 0;
    const wave = (periodS: number, phase: number): number =>
      Math.sin(2 * Math.PI * (elapsedS / periodS + phase)) - Math.sin(2 * Math.PI * phase);
    const wander = wave(97, this.phases[1]) / 3 + (2 * wave(421, this.phases[2])) / 3;
    return (driftPctPerMin * elapsedS) / 60 + wanderPct * wander;
  }

  /** A raised cosine of 0.3 s. */
  private coughing(tS: number): number {
    if (this.coughAsked) {
      this.coughAsked = false;
      this.coughS = tS;
    }
    if (tS >= this.nextCoughS) {
      this.coughS = this.nextCoughS;
      this.nextCoughS += COUGH_S + this.untilNextCough();
    }
    const sinceS = tS - this.coughS;
    if (sinceS >= COUGH_S) return 0;
    return (this.traits.coughPct * (1 - Math.cos((2 * Math.PI * sinceS) / COUGH_S))) / 2;
  }

  private untilNextCough(): number {
    const { coughsPerHour } = this.traits;
    return coughsPerHour > 0 ? (-Math.log(1 - this.coughDice.uniform()) * 3600) / coughsPerHour : Infinity;
  }
}
