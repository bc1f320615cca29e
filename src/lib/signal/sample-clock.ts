/**
 * Session time of samples, in seconds from the first sample on (docs/signal.md, 1). A time once given out is final, and later
 * samples have later times. Times are never taken from a wall clock here: arrivals are handed in.
 */
export type ClockSource =
  { readonly kind: 'tick'; readonly ticksPerS: number } | { readonly kind: 'arrival' };

/** No date is further from 1970, in ms (ECMA-262, 21.4.1.1). */
export const LATEST_DATE_MS = 8.64e15;

/** Whether an arrival, in ms since 1970, is at a date at all. */
export function isDate(atMs: number): boolean {
  return Math.abs(atMs) <= LATEST_DATE_MS;
}

export interface SampleClock {
  /**
   * The time of the next sample, or NaN when it is late or repeated.
   * @param tick device ticks, modulo 2^32; ignored by a clock of arrivals
   * @param arrivalS when its packet arrived, in s from any fixed origin
   */
  next(tick: number, arrivalS: number): number;
  /** Whether the clock that the newest sample came by was found to have jumped. */
  readonly jumped: boolean;
  /** The usual step, s; NaN until it is known. */
  readonly stepS: number;
  /** The time given to the newest sample, and when that arrived, s; NaN before the first. */
  readonly lastS: number;
  readonly lastArrivalS: number;
  /** The link was made anew: device ticks may start anywhere, and the time since is what the arrivals say. */
  relink(): void;
}

/** @param before the clock whose time goes on */
export function createClock(source: ClockSource, before: SampleClock | null = null): SampleClock {
  const clock = source.kind === 'tick' ? new TickClock(source.ticksPerS) : new ArrivalClock();
  if (before) {
    clock.lastS = before.lastS;
    clock.lastArrivalS = before.lastArrivalS;
  }
  return clock;
}

/** A step of the ticks beyond this is no loss: the device began to count anew. */
const LONGEST_STEP_S = 60;
/** A sample behind the newest one is late; one further behind than this, or that comes so long after, is of a device that began to count again. */
const LATEST_S = 1;
/** Time goes forward, even where the arrivals do not. */
const SHORTEST_STEP_S = 1e-3;
/** *Decision*: how long nothing came is not known where the arrivals go back, or ahead by more than this: somebody has set a clock. */
const LONGEST_AWAY_S = 3600;
const UNKNOWN_AWAY_S = 1;
/** *Decision*: ticks that run ahead of the arrivals by so much, and a twentieth of the time beside, have jumped: nothing arrives before it was measured. */
const AHEAD_S = 0.5;
/** Ticks and arrivals are compared over one to two of these, s; where frames are held back, from before they were. */
const ANCHOR_S = 4;
/** Frames that come after less than this follow each other without a loss, s. */
const STEADY_S = 0.25;

/** How long nothing came, s, by two arrivals. */
function awayS(fromS: number, toS: number): number {
  const away = toS - fromS;
  return away > 0 && away <= LONGEST_AWAY_S ? Math.max(away, SHORTEST_STEP_S) : UNKNOWN_AWAY_S;
}

/** Device ticks, unwrapped. Where they say nothing (at a new link), or jump, the arrivals do. */
export class TickClock implements SampleClock {
  #lastTick = NaN;
  lastS = NaN;
  lastArrivalS = NaN;
  /** Of the first sample of the newest packet. */
  #packetS = NaN;
  /** It doubles at most, so that a loss does not count. */
  stepS = NaN;
  // Where ticks and arrivals are compared from.
  #anchorS = NaN;
  #anchorArrivalS = NaN;
  #nextAnchorS = NaN;
  #nextAnchorArrivalS = NaN;
  jumped = false;

  constructor(private readonly ticksPerS: number) {}

  next(tick: number, arrivalS: number): number {
    // As a 32-bit number with a sign: forwards or backwards by the shorter way, across the wrap. A remainder takes ten times as long.
    const stepS = Number.isNaN(this.#lastTick) ? NaN : ((tick - this.#lastTick) | 0) / this.ticksPerS;
    this.jumped = false;
    if (stepS <= 0 && stepS > -LATEST_S && arrivalS - this.lastArrivalS < LATEST_S) return NaN;
    if (Number.isNaN(stepS)) this.#link(arrivalS);
    else if (stepS > 0 && stepS <= LONGEST_STEP_S && !this.#isAhead(stepS, arrivalS)) this.#step(stepS);
    else this.#jump(arrivalS);
    if (arrivalS !== this.lastArrivalS) this.#packetS = this.lastS;
    this.#lastTick = tick;
    this.lastArrivalS = arrivalS;
    if (!(arrivalS - this.#nextAnchorArrivalS < ANCHOR_S)) this.#anchor();
    return this.lastS;
  }

  relink(): void {
    this.#lastTick = NaN;
  }

  #step(stepS: number): void {
    this.lastS += stepS;
    this.stepS = Number.isNaN(this.stepS) ? stepS : Math.min(stepS, 2 * this.stepS);
  }

  #link(arrivalS: number): void {
    this.lastS = Number.isNaN(this.lastS) ? 0 : this.lastS + awayS(this.lastArrivalS, arrivalS);
    this.#packetS = this.lastS;
    this.#anchorS = this.#anchorArrivalS = this.#nextAnchorS = this.#nextAnchorArrivalS = NaN;
  }

  /** The device counts from somewhere else: time goes on by its usual step, or by the arrivals where nothing came meanwhile. */
  #jump(arrivalS: number): void {
    const awayForS = awayS(this.lastArrivalS, arrivalS) - (this.lastS - this.#packetS);
    const isSteady = arrivalS === this.lastArrivalS || awayForS <= STEADY_S;
    this.lastS += isSteady ? this.stepS || SHORTEST_STEP_S : awayForS;
    this.jumped = true;
  }

  /** Whether a sample of that time would have arrived before it was measured. A clock that runs fast all the time does not count. */
  #isAhead(stepS: number, arrivalS: number): boolean {
    if (stepS <= AHEAD_S) return false;
    const sinceS = this.lastArrivalS - this.#anchorArrivalS;
    const rate = sinceS > 0 ? Math.max(1, (this.lastS - this.#anchorS) / sinceS) : 1;
    const possibleS = 1.05 * rate * (arrivalS - this.#anchorArrivalS) + AHEAD_S;
    return this.lastS + stepS - this.#anchorS > possibleS;
  }

  #anchor(): void {
    const isFirst = Number.isNaN(this.#nextAnchorS);
    this.#anchorS = isFirst ? this.lastS : this.#nextAnchorS;
    this.#anchorArrivalS = isFirst ? this.lastArrivalS : this.#nextAnchorArrivalS;
    this.#nextAnchorS = this.lastS;
    this.#nextAnchorArrivalS = this.lastArrivalS;
  }
}

/** Samples that the line remembers, by exponential forgetting: 5 s at 20 Hz. */
const MEMORY = 100;
/** Samples before the line is trusted; until then a sample's time is its arrival. */
const WARM_UP = 10;

/**
 * Arrivals, put on a causal straight line of arrival over sample number. Jitter of a radio's connection interval (7.5–50 ms) is
 * averaged out; a lost sample shows only as an arrival later than max(5 steps, 250 ms).
 */
export class ArrivalClock implements SampleClock {
  #originS = NaN;
  lastS = NaN;
  #count = 0;
  // Weighted sums for the line, with the newest sample at x = 0.
  #w = 0;
  #x = 0;
  #y = 0;
  #xx = 0;
  #xy = 0;
  stepS = NaN;
  jumped = false;
  lastArrivalS = NaN;
  #isLinked = false;

  next(_tick: number, arrivalS: number): number {
    this.#followSetting(arrivalS);
    const y = arrivalS - this.#originS;
    const lateBy = y - this.lastS - this.stepS;
    if (lateBy > Math.max(5 * this.stepS, 0.25)) this.#shift(1 + Math.round(lateBy / this.stepS));
    else this.#shift(1);
    this.#add(y);
    const fitted = this.#count > WARM_UP ? this.#fit() : y;
    // Time only goes forward, whatever the jitter did.
    const earliest = Number.isNaN(this.lastS)
      ? 0
      : this.lastS + Math.max(SHORTEST_STEP_S, 0.25 * this.stepS || 0);
    this.lastS = Math.max(fitted, earliest);
    return this.lastS;
  }

  relink(): void {
    this.#isLinked = false;
    this.#count = 0;
    this.#w = this.#x = this.#y = this.#xx = this.#xy = 0;
    this.stepS = NaN;
  }

  /** Moves the origin where the clock that stamps the arrivals was set, so that they go on as if it had not been. */
  #followSetting(arrivalS: number): void {
    const away = arrivalS - this.lastArrivalS;
    this.jumped = this.#isLinked && !(away >= 0 && away <= LONGEST_AWAY_S);
    if (!this.#isLinked && Number.isNaN(this.lastS)) this.#originS = arrivalS;
    // The time at a new link goes on from the newest sample, however far the line was from the arrivals.
    else if (!this.#isLinked) this.#originS = arrivalS - this.lastS - awayS(this.lastArrivalS, arrivalS);
    else if (this.jumped) this.#originS += away - (this.stepS || SHORTEST_STEP_S);
    this.#isLinked = true;
    this.lastArrivalS = arrivalS;
  }

  /** Moves the origin of x to a sample `steps` later. */
  #shift(steps: number): void {
    const keep = 1 - 1 / MEMORY;
    this.#xx = keep * (this.#xx - 2 * steps * this.#x + steps * steps * this.#w);
    this.#xy = keep * (this.#xy - steps * this.#y);
    this.#x = keep * (this.#x - steps * this.#w);
    this.#w *= keep;
    this.#y *= keep;
  }

  #add(y: number): void {
    this.#w += 1;
    this.#y += y;
    this.#count += 1;
  }

  #fit(): number {
    const slope = (this.#w * this.#xy - this.#x * this.#y) / (this.#w * this.#xx - this.#x * this.#x);
    this.stepS = Math.max(slope, SHORTEST_STEP_S);
    return (this.#y - slope * this.#x) / this.#w;
  }
}
