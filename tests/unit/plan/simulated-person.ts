import { isOver, isTwiceInARow } from '../../../src/lib/signal/fatigue';
import type { SetUp } from '../../../src/lib/signal/command';
import { isReached, qualityOf, type Quality } from '../../../src/lib/signal/round-quality';
import { effectiveBandPct } from '../../../src/lib/signal/target';
import type { TrainedRound } from '../../../src/lib/plan/trained';

export const KINDS = ['strong', 'weak', 'irregular', 'painful', 'forgetful'] as const;
export type Kind = (typeof KINDS)[number];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export type Random = () => number;
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Around 0, nearly normal, with a deviation of 1: twelve numbers less their mean. */
function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

type Range = readonly [number, number];
interface Body {
  /** Share of the maximum that can be held for as long as one likes. */
  readonly sustained: Range;
  /** What there is beyond it, in shares of the maximum times s, and how much of it a second of rest brings back. */
  readonly reserve: Range;
  readonly recovery: Range;
  /** What is left of a hold when the reserve is gone, as a share of the target. */
  readonly spent: Range;
  /** How far a hold is off its target, as a share of the target. */
  readonly noise: Range;
}
interface Habit {
  /** How many days of ten she trains, and how likely a pause of up to two weeks begins on a day. */
  readonly days: number;
  readonly pause: number;
  /** Of sessions: pain or a strain that is new, a check not answered, a set broken off; of rounds not done; of rests not relaxed. */
  readonly pain: number;
  readonly strain: number;
  readonly unasked: number;
  readonly broken: number;
  readonly idle: number;
  readonly tense: number;
}

const MIDDLING: Body = {
  sustained: [0.25, 0.4],
  reserve: [3, 7],
  recovery: [0.04, 0.08],
  spent: [0.5, 0.7],
  noise: [0.06, 0.14]
};
const STEADY: Habit = {
  days: 9.3,
  pause: 0,
  pain: 0.0005,
  strain: 0.0002,
  unasked: 0,
  broken: 0.01,
  idle: 0.002,
  tense: 0.03
};
const PEOPLE: Readonly<Record<Kind, readonly [Body, Habit]>> = {
  strong: [
    {
      sustained: [0.4, 0.55],
      reserve: [8, 14],
      recovery: [0.06, 0.1],
      spent: [0.6, 0.8],
      noise: [0.04, 0.09]
    },
    STEADY
  ],
  weak: [
    {
      sustained: [0.02, 0.05],
      reserve: [0.15, 0.5],
      recovery: [0.02, 0.05],
      spent: [0.41, 0.48],
      noise: [0.08, 0.15]
    },
    { ...STEADY, days: 8.5, tense: 0.07 }
  ],
  irregular: [
    { ...MIDDLING, noise: [0.08, 0.18] },
    { ...STEADY, days: 6, pause: 0.03, broken: 0.05, idle: 0.02 }
  ],
  painful: [MIDDLING, { ...STEADY, days: 8.5, pain: 0.015, strain: 0.003, tense: 0.1 }],
  forgetful: [MIDDLING, { ...STEADY, days: 4, pause: 0.02, unasked: 0.4, broken: 0.15, idle: 0.03 }]
};

/** Muscle gained in a session, of what there is: the maximum, and what it can sustain and hold in reserve. */
const GAIN = 0.0015;

/**
 * A body of which little is modelled: a maximum, a share of it that it can sustain, and a reserve for more that a hold uses up and a rest
 * brings back. When the reserve is gone, a hold falls to a part of its target.
 */
export class SimulatedPerson {
  readonly habit: Habit;
  /** What 100 % was set to be, of the maximum on the first day. */
  #reference = 1;
  #maximum = 1;
  #sustained: number;
  #reserve: number;
  readonly #recovery: number;
  readonly #spent: number;
  readonly #noise: number;

  constructor(
    kind: Kind,
    private readonly random: Random
  ) {
    const [body, habit] = PEOPLE[kind];
    this.habit = habit;
    this.#sustained = this.between(body.sustained);
    this.#reserve = this.between(body.reserve);
    this.#recovery = this.between(body.recovery);
    this.#spent = this.between(body.spent);
    this.#noise = this.between(body.noise);
  }

  between([from, to]: Range): number {
    return from + (to - from) * this.random();
  }

  happens(chance: number): boolean {
    return this.random() < chance;
  }

  /** Measures 100 %: a maximum, or a squeeze of half of it. */
  refer(scale: 'mvc' | 'ref'): void {
    this.#reference = this.#maximum * (scale === 'mvc' ? 1 : 0.5);
  }

  /** One set, until its rounds, fatigue or two rounds not done end it, or until it is broken off. */
  train(setUp: SetUp): TrainedRound[] {
    const { habit } = this;
    const end = this.happens(habit.broken) ? Math.ceil(this.random() * setUp.rounds) : setUp.rounds;
    const target = { forcePct: setUp.forcePct, bandPct: effectiveBandPct(setUp.bandPct, setUp.forcePct) };
    const rounds: TrainedRound[] = [];
    const qualities: (Quality | null)[] = [];
    let left = this.#reserve;
    let earlier = { isReached: false, bestMeanPct: null as number | null };
    while (
      rounds.length < end &&
      !isOver(setUp.fatigue, qualities) &&
      !isTwiceInARow(qualities, 'not-done')
    ) {
      const hold = this.happens(habit.idle) ? IDLE : this.#hold(setUp, left);
      left = Math.min(
        this.#reserve,
        hold.left + this.#recovery * this.#reserve * (setUp.pattern.restMs / 1000)
      );
      const quality = qualityOf(hold, hold, target, earlier);
      const isHeld = isReached(hold.bestPct, target);
      const best = Math.max(earlier.bestMeanPct ?? -Infinity, Math.min(hold.holdMeanPct, setUp.forcePct));
      earlier = { isReached: earlier.isReached || isHeld, bestMeanPct: best };
      qualities.push(quality);
      rounds.push({ quality, isRelaxed: !this.happens(habit.tense), isReached: isHeld });
    }
    this.#maximum *= 1 + GAIN;
    this.#sustained = Math.min(0.6, this.#sustained * (1 + GAIN));
    this.#reserve *= 1 + GAIN;
    return rounds;
  }

  /** @param left of the reserve */
  #hold({ forcePct, pattern, bandPct }: SetUp, left: number) {
    const band = effectiveBandPct(bandPct, forcePct);
    const ofMaximum = ((forcePct / 100) * this.#reference) / this.#maximum;
    const beyond = Math.max(0, ofMaximum - this.#sustained);
    const rampS = (pattern.riseMs + pattern.fallMs) / 2000;
    const holdS = pattern.holdMs / 1000;
    // Half of the ramps comes before the hold.
    const atHold = Math.max(0, left - beyond * (rampS / 2));
    const heldS = beyond === 0 ? holdS : Math.min(holdS, atHold / beyond);
    const level = forcePct * (1 + this.#noise * normal(this.random));
    const low = Math.min(level, forcePct * Math.max(this.#spent, this.#sustained / ofMaximum));
    const scoredS = holdS - Math.min(0.5, holdS / 2);
    const share = Math.max(0, Math.min(1, (heldS - (holdS - scoredS)) / scoredS));
    /** Nearer than half the band all of the time; at one and a half never. */
    const inBand = (pct: number) => Math.max(0, Math.min(1, 1.5 - Math.abs(pct - forcePct) / band));
    const isHalfSecond = heldS >= Math.min(1, holdS);
    return {
      left: Math.max(0, atHold - beyond * (holdS + rampS / 2)),
      holdInBandPct: 100 * (share * inBand(level) + (1 - share) * inBand(low)),
      holdMeanPct: share * level + (1 - share) * low,
      bestPct: isHalfSecond ? level : low,
      bestEarlyPct: scoredS < 1 ? -Infinity : isHalfSecond ? level : low,
      lastPct: heldS >= holdS ? level : low
    };
  }
}

const IDLE = {
  left: Infinity,
  holdInBandPct: 0,
  holdMeanPct: 0,
  bestPct: 0,
  bestEarlyPct: 0,
  lastPct: 0
};
