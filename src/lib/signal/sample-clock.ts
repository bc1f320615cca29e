/**
 * Session time of samples, in seconds from the first sample on (docs/signal.md, 1). A time once given out is final, and later
 * samples have later times. Times are never taken from a wall clock here: arrivals are handed in.
 */
export type ClockSource =
  { readonly kind: 'tick'; readonly ticksPerS: number } | { readonly kind: 'arrival' };

export interface SampleClock {
  /**
   * The time of the next sample, or NaN when it is late or repeated.
   * @param tick device ticks, modulo 2^32; ignored by a clock of arrivals
   * @param arrivalS when its packet arrived, in s from any fixed origin
   */
  next(tick: number, arrivalS: number): number;
  /** The link was made anew: device ticks may start anywhere, and the time since is what the arrivals say. */
  relink(): void;
}

export function createClock(source: ClockSource): SampleClock {
  return source.kind === 'tick' ? new TickClock(source.ticksPerS) : new ArrivalClock();
}

/** A step beyond this without a new link is a device that restarted, not a loss: then the arrivals tell the time. */
const LONGEST_STEP_S = 60;
/** A sample behind the newest one is late; one that comes so long after is of a device that began to count anew. */
const LATEST_S = 1;
/** Time goes forward, even where the arrivals do not. */
const SHORTEST_STEP_S = 1e-3;

/** Device ticks, unwrapped. Where they say nothing (at a new link), the time between two arrivals does. */
export class TickClock implements SampleClock {
  #lastTick = NaN;
  #lastS = NaN;
  #lastArrivalS = NaN;

  constructor(private readonly ticksPerS: number) {}

  next(tick: number, arrivalS: number): number {
    // As a 32-bit number with a sign: forwards or backwards by the shorter way, across the wrap. A remainder takes ten times as long.
    const stepS = Number.isNaN(this.#lastTick) ? NaN : ((tick - this.#lastTick) | 0) / this.ticksPerS;
    if (stepS <= 0 && arrivalS - this.#lastArrivalS < LATEST_S) return NaN;
    if (stepS > 0 && stepS <= LONGEST_STEP_S) this.#lastS += stepS;
    else this.#lastS = this.#byArrival(arrivalS);
    this.#lastTick = tick;
    this.#lastArrivalS = arrivalS;
    return this.#lastS;
  }

  relink(): void {
    this.#lastTick = NaN;
  }

  #byArrival(arrivalS: number): number {
    if (Number.isNaN(this.#lastS)) return 0;
    return this.#lastS + Math.max(SHORTEST_STEP_S, arrivalS - this.#lastArrivalS);
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
  #lastS = NaN;
  #count = 0;
  // Weighted sums for the line, with the newest sample at x = 0.
  #w = 0;
  #x = 0;
  #y = 0;
  #xx = 0;
  #xy = 0;
  #stepS = NaN;

  next(_tick: number, arrivalS: number): number {
    if (Number.isNaN(this.#originS)) this.#originS = arrivalS;
    const y = arrivalS - this.#originS;
    const lateBy = y - this.#lastS - this.#stepS;
    if (lateBy > Math.max(5 * this.#stepS, 0.25)) this.#shift(1 + Math.round(lateBy / this.#stepS));
    else this.#shift(1);
    this.#add(y);
    const fitted = this.#count > WARM_UP ? this.#fit() : y;
    // Time only goes forward, whatever the jitter did.
    const earliest = Number.isNaN(this.#lastS)
      ? 0
      : this.#lastS + Math.max(SHORTEST_STEP_S, 0.25 * this.#stepS || 0);
    this.#lastS = Math.max(fitted, earliest);
    return this.#lastS;
  }

  relink(): void {
    this.#count = 0;
    this.#w = this.#x = this.#y = this.#xx = this.#xy = 0;
    this.#stepS = NaN;
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
    this.#stepS = Math.max(slope, SHORTEST_STEP_S);
    return (this.#y - slope * this.#x) / this.#w;
  }
}
