/** Ticks of an axis: round numbers within it, evenly apart. */
export interface Ticks {
  readonly values: readonly number[];
  /** What stands at them: as many decimals as their step has. */
  readonly texts: readonly string[];
}

const ROUND = [1, 2, 5, 10];

/**
 * Ticks at multiples of 1, 2 or 5 times a power of ten: the smallest step that gives no more than `most` of them.
 *
 * @param from, to with from < to
 */
export function ticksOf(from: number, to: number, most: number): Ticks {
  const least = (to - from) / Math.max(1, most);
  const power = Math.floor(Math.log10(least) + 1e-9);
  const factor = ROUND.find((each) => each * 10 ** power >= least * (1 - 1e-9)) ?? 10;
  const decimals = Math.max(0, factor === 10 ? -power - 1 : -power);
  // From whole numbers, not from 0.1 times something: a tick has to be the number that stands at it.
  const scale = 10 ** -power;
  const stepAt = (i: number) => (power < 0 ? (i * factor) / scale : i * factor * 10 ** power);
  const first = Math.ceil(from / stepAt(1) - 1e-9);
  const last = Math.floor(to / stepAt(1) + 1e-9);
  const values = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => stepAt(first + i));
  return { values, texts: values.map((value) => value.toFixed(decimals).replace('-', '−')) };
}
