import { firstAtOrAfter } from '../signal/crossing';
import { ROW, ROW_LENGTH } from '../signal/engine';

/** A stretch of samples, oldest first; both arrays have the same length and are valid until the next append. */
export interface TraceWindow {
  readonly timeS: Float64Array;
  readonly value: Float64Array;
}

/** A curve that can be looked at. Never reactive: drawn from an animation frame. */
export interface Trace {
  /** Samples with fromS ≤ t ≤ toS. */
  window(fromS: number, toS: number): TraceWindow;
}

/** One sample, as the engine gives it. */
export interface Sample {
  /** Session time. NaN, like all the rest, before the first. */
  readonly timeS: number;
  /** As the sensor sent it. */
  readonly raw: number;
  /** % of the reference; NaN while there is none. */
  readonly pct: number;
  readonly riseRatePctPerS: number;
}
export const NO_SAMPLE: Sample = { timeS: NaN, raw: NaN, pct: NaN, riseRatePctPerS: NaN };

/** How far time may run ahead of the newest sample, s: between frames it goes on smoothly, without them it stands. */
const LONGEST_LEAD_S = 0.1;

/**
 * Session time now, s: that of the newest sample, and a little on.
 *
 * @param arrivedMs when that sample came
 * @param atMs now, on the same clock
 */
export function sessionTimeS(newest: Sample, arrivedMs: number, atMs: number): number {
  return (newest.timeS || 0) + Math.min(Math.max((atMs - arrivedMs) / 1000, 0), LONGEST_LEAD_S);
}

/** A minute and a half at 200 Hz. */
const CAPACITY = 2 ** 14;

/** One number of each of the newest samples. Every value stands at i and at i + capacity, so any stretch is one subarray. */
class MirroredRing {
  readonly #values = new Float64Array(2 * CAPACITY);

  set(index: number, value: number): void {
    const i = index % CAPACITY;
    this.#values[i] = this.#values[i + CAPACITY] = value;
  }

  /** The newest `CAPACITY` values, or all `count` of them, oldest first. */
  newest(count: number): Float64Array {
    const start = count <= CAPACITY ? 0 : count % CAPACITY;
    return this.#values.subarray(start, start + Math.min(count, CAPACITY));
  }
}

/** The newest samples of a live session, in % and as the sensor sent them. */
export class LiveTrace {
  readonly #timeS = new MirroredRing();
  readonly #pct = new MirroredRing();
  readonly #raw = new MirroredRing();
  #count = 0;
  newest = NO_SAMPLE;

  readonly pct: Trace = { window: (fromS, toS) => this.#window(this.#pct, fromS, toS) };
  readonly raw: Trace = { window: (fromS, toS) => this.#window(this.#raw, fromS, toS) };

  append(rows: Float64Array): void {
    if (rows.length === 0) return;
    const cell = (at: number) => rows[at] ?? NaN;
    for (let at = 0; at < rows.length; at += ROW_LENGTH) {
      this.#timeS.set(this.#count, cell(at + ROW.timeS));
      this.#pct.set(this.#count, cell(at + ROW.pct));
      this.#raw.set(this.#count, cell(at + ROW.raw));
      this.#count += 1;
    }
    const at = rows.length - ROW_LENGTH;
    this.newest = {
      timeS: cell(at + ROW.timeS),
      raw: cell(at + ROW.raw),
      pct: cell(at + ROW.pct),
      riseRatePctPerS: cell(at + ROW.riseRatePctPerS)
    };
  }

  /** How many samples there have been. */
  get count(): number {
    return this.#count;
  }

  #window(column: MirroredRing, fromS: number, toS: number): TraceWindow {
    return cut(this.#timeS.newest(this.#count), column.newest(this.#count), fromS, toS);
  }
}

/** One number of each sample there is. */
class Column {
  #values = new Float64Array(CAPACITY);
  #length = 0;

  constructor(private readonly offset: number) {}

  append(rows: Float64Array): void {
    const length = this.#length + rows.length / ROW_LENGTH;
    if (length > this.#values.length) {
      const larger = new Float64Array(Math.max(length, 2 * this.#values.length));
      larger.set(this.#values);
      this.#values = larger;
    }
    const values = this.#values;
    for (let i = this.#length, at = this.offset; i < length; i++, at += ROW_LENGTH) {
      values[i] = rows[at] ?? NaN;
    }
    this.#length = length;
  }

  get values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }
}

/** All samples of a session that was recorded, as far as it has been read. */
export class RecordedTrace {
  readonly #timeS = new Column(ROW.timeS);
  readonly #pct = new Column(ROW.pct);
  readonly #raw = new Column(ROW.raw);

  readonly pct: Trace = { window: (fromS, toS) => cut(this.timeS, this.#pct.values, fromS, toS) };
  readonly raw: Trace = { window: (fromS, toS) => cut(this.timeS, this.#raw.values, fromS, toS) };

  constructor(rows = new Float64Array()) {
    this.append(rows);
  }

  append(rows: Float64Array): void {
    for (const column of [this.#timeS, this.#pct, this.#raw]) column.append(rows);
  }

  get timeS(): Float64Array {
    return this.#timeS.values;
  }

  get endS(): number {
    return this.timeS.at(-1) ?? 0;
  }
}

function cut(timeS: Float64Array, values: Float64Array, fromS: number, toS: number): TraceWindow {
  const from = firstAtOrAfter(timeS, fromS);
  const to = firstAtOrAfter(timeS, toS + 1e-9);
  return { timeS: timeS.subarray(from, to), value: values.subarray(from, to) };
}
