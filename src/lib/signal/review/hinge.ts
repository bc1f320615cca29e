/** A flat line that turns into a rising one. */
export interface Hinge {
  /** Where it turns, s. */
  readonly breakS: number;
  /** Of the flat line, in the unit of the signal. */
  readonly level: number;
  /** Of the rising line, in that unit per s. */
  readonly slope: number;
}

/** Two samples would fit any rising line, and one would fit any level. */
const FEWEST_ON_A_LINE = 3;

/**
 * The hinge of least squares through the samples from ≤ i < to. The break is a continuous number and is found exactly: between two
 * neighbouring samples the best break is where the mean of those before meets the straight line of those after, or, where these meet outside
 * that step, one of the two samples (Hudson 1966, 10.1080/01621459.1966.10482198). Each step is tried, with sums that grow by one sample.
 *
 * @returns null where no hinge rises, or where fewer than three samples lie on either line
 */
export function hingeOf(t: Float64Array, v: Float64Array, from: number, to: number): Hinge | null {
  const count = to - from;
  // Sums of numbers near 0 lose no digits.
  const [originS, origin] = [t[from] ?? NaN, v[from] ?? NaN];
  let all = 0;
  for (let i = from; i < to; i++) all += (v[i] ?? NaN) - origin;
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  let best: Hinge | null = null;
  let bestGain = 0;
  let onRise = 0;
  /** With its break at x: how much of the sum of squares about the mean the hinge explains. */
  const consider = (x: number) => {
    const sum = sx - n * x;
    const squares = sxx - 2 * x * sx + n * x * x - (sum * sum) / count;
    const products = sxy - x * sy - (sum * all) / count;
    const gain = (products * products) / squares;
    if (!(products > 0 && gain > bestGain)) return;
    bestGain = gain;
    const slope = products / squares;
    best = { breakS: originS + x, level: origin + (all - slope * sum) / count, slope };
    onRise = n;
  };
  for (let i = to - 1; i > from; i--) {
    const [x, y] = [(t[i] ?? NaN) - originS, (v[i] ?? NaN) - origin];
    n += 1;
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
    const before = (t[i - 1] ?? NaN) - originS;
    const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    const meetsAt = sx / n + ((all - sy) / (count - n) - sy / n) / slope;
    consider(before);
    if (meetsAt > before && meetsAt < x) consider(meetsAt);
  }
  // A break that leaves one line fewer samples may be anywhere among them, and no other break is as good.
  return onRise >= FEWEST_ON_A_LINE && count - onRise >= FEWEST_ON_A_LINE ? best : null;
}
