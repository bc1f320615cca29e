import type { MuscleLike } from './muscle';

export interface RecordingOptions {
  /** Sensor time at which the first row plays, s; before it, the first value holds. 0 when left out. */
  readonly startS?: number;
  /** Play again and again. */
  readonly repeat?: boolean;
  /** Seconds of rest after each pass: half a second (or all of it, if shorter) back to the first value, which then holds. */
  readonly restS?: number;
  /** Recorded values that become 0 % and 100 %; the recording's own extremes when left out. */
  readonly lowest?: number;
  readonly highest?: number;
}

const RETURN_S = 0.5;

/**
 * Plays a recorded force as a muscle, straight between rows. What a sensor then sends is an affine function of the recorded value,
 * value · gain + offset, up to rounding: `affine` gives both. With `restCounts: 2000, spanCounts: 60000, rangeCounts:
 * { min: 0, max: 65534 }` a step is 1/60 000 of the recording's height; the Progressor rounds to 24 bits only.
 */
export class RecordedMuscle implements MuscleLike {
  readonly durationS: number;
  readonly lowest: number;
  readonly highest: number;
  private readonly times: Float64Array;
  private readonly values: Float64Array;
  private readonly startS: number;
  private readonly restS: number;
  private readonly repeat: boolean;
  private row = 0;

  /** Text with a header row `time_s,value` and rows of rising times; throws one sentence when it is anything else. */
  constructor(csvText: string, options: RecordingOptions = {}) {
    const { times, values } = parse(csvText);
    this.times = times;
    this.values = values;
    this.durationS = (times[times.length - 1] ?? 0) - (times[0] ?? 0);
    this.startS = options.startS ?? 0;
    this.restS = options.restS ?? 0;
    this.repeat = options.repeat ?? false;
    this.lowest = options.lowest ?? values.reduce((a, b) => Math.min(a, b));
    this.highest = options.highest ?? values.reduce((a, b) => Math.max(a, b));
    if (!(this.highest > this.lowest)) throw new Error('The recording has the same value throughout.');
  }

  /** % at sensor time `tS`. */
  at(tS: number): number {
    return ((this.valueAt(tS) - this.lowest) / (this.highest - this.lowest)) * 100;
  }

  /** In the recording's own unit. */
  valueAt(tS: number): number {
    const first = this.values[0] ?? 0;
    const passS = this.durationS + this.restS;
    let elapsedS = tS - this.startS;
    if (elapsedS <= 0) return first;
    if (this.repeat && passS > 0) elapsedS %= passS;
    if (elapsedS <= this.durationS) return this.interpolate(elapsedS + (this.times[0] ?? 0));
    const last = this.values[this.values.length - 1] ?? 0;
    const returnS = Math.min(RETURN_S, this.repeat ? this.restS : RETURN_S);
    return last + (first - last) * Math.min(1, (elapsedS - this.durationS) / returnS);
  }

  /** raw = gain · recorded value + offset, for a sensor with these options that is not inverted. */
  affine(restCounts: number, spanCounts: number): { readonly gain: number; readonly offset: number } {
    const gain = spanCounts / (this.highest - this.lowest);
    return { gain, offset: restCounts - gain * this.lowest };
  }

  private interpolate(timeS: number): number {
    const { times, values } = this;
    if (timeS < (times[this.row] ?? 0)) this.row = 0;
    while (this.row < times.length - 2 && timeS >= (times[this.row + 1] ?? Infinity)) this.row += 1;
    const [t0 = 0, t1 = 1] = times.subarray(this.row, this.row + 2);
    const [v0 = 0, v1 = 0] = values.subarray(this.row, this.row + 2);
    return v0 + ((v1 - v0) * (timeS - t0)) / (t1 - t0);
  }
}

function parse(text: string): { times: Float64Array; values: Float64Array } {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  if (!/^\s*time_s\s*,/.test(lines[0] ?? '')) {
    throw new Error('The recording must begin with a header row "time_s,value".');
  }
  const rows = lines.slice(1).map((line) => line.split(','));
  if (rows.length < 2) throw new Error('The recording needs at least two rows.');
  const times = Float64Array.from(rows, ([cell]) => number(cell));
  const values = Float64Array.from(rows, ([, cell]) => number(cell));
  const bad = times.findIndex(
    (time, i) => !Number.isFinite(time + (values[i] ?? NaN)) || time <= (times[i - 1] ?? -Infinity)
  );
  if (bad >= 0) {
    throw new Error(
      `Row ${bad + 2} of the recording is not a later time and a number: "${lines[bad + 1] ?? ''}".`
    );
  }
  return { times, values };
}

function number(cell: string | undefined): number {
  return cell === undefined || cell.trim() === '' ? NaN : Number(cell);
}
