import { isBelowDetection, type Uncertainty } from '$lib/signal/uncertainty/uncertainty';
import { figure, lessThan, number, share } from '../format';

/** How one figure is written. */
export interface Writing {
  /** The most that it has after the comma. */
  readonly digits: number;
  /** A share of time: whole %, rounded down. */
  readonly isShare?: boolean | undefined;
  /** A lower bound: the signal was cut off at the sensor's limit. */
  readonly isBound?: boolean | undefined;
}

/** A figure in words: its number, and the number after its ±; null where there is none to give. */
export interface Stated {
  readonly text: string;
  readonly plusMinus: string | null;
}

/** What keeps 0.3 / 0.1 from counting as more than 3. */
const ROUNDING = 1e-9;
/** *Decision*: a ± that begins with 1 or 2 has two significant digits, any other one: rounding up then adds less than a tenth or a third. */
const TWO_DIGITS_BELOW = 3;

/** The digits after the comma that a ± allows; negative where it allows tens or hundreds only. */
function digitsOf(size: number, most: number): number {
  const first = Math.floor(Math.log10(size) + ROUNDING);
  return Math.min(most, (size / 10 ** first < TWO_DIGITS_BELOW - ROUNDING ? 1 : 0) - first);
}

/** With so many digits after the comma, or to so many zeros before it. */
function toDigit(value: number, digits: number): string {
  const step = 10 ** -digits;
  return digits < 0 ? number(Math.round(value / step) * step) : number(value, digits);
}

/** Rounded up to one or two significant digits, so that a ± covers what was found, and to one of the last digit shown at least. */
function roundedUp(size: number, digits: number): number {
  const step = 10 ** -digits;
  return step * Math.max(1, Math.ceil(size / step - ROUNDING));
}

/** A size without a sign, such as a limit: rounded up like a ±. @param most digits after the comma */
export function upperLimit(size: number, most: number): string {
  const digits = digitsOf(size, most);
  return toDigit(roundedUp(size, digits), digits);
}

/**
 * A figure beside its ± (docs/signal.md, "How ± is shown"): the ± decides on the last digit, and a figure below the limit of detection is
 * written as less than that limit. A share keeps its whole %, because a verdict says the same number, and 0 of it is nothing in the band; a bound
 * has neither ± nor limit.
 */
export function stated(
  value: number | null | undefined,
  uncertainty: Uncertainty | null,
  { digits, isShare = false, isBound = false }: Writing
): Stated {
  if (value == null || !Number.isFinite(value)) return { text: figure(value, digits), plusMinus: null };
  if (isBound) return { text: `≥\u00a0${figure(value, digits)}`, plusMinus: null };
  if (!uncertainty) return { text: isShare ? share(value) : number(value, digits), plusMinus: null };
  const { plusMinus, detectable } = uncertainty;
  if (isShare) return { text: share(value), plusMinus: number(roundedUp(plusMinus, 0)) };
  // A smaller limit is below the last digit: the rounded figure and its ± say it.
  if (detectable >= 10 ** -digits && isBelowDetection(value, uncertainty))
    return { text: lessThan(upperLimit(detectable, digits)), plusMinus: null };
  const last = digitsOf(plusMinus, digits);
  return { text: toDigit(value, last), plusMinus: toDigit(roundedUp(plusMinus, last), last) };
}
