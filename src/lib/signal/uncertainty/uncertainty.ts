import type { Basis } from './basis';
import type { FigureUncertainty, How } from './figure';
import { HEIGHTS } from './heights';
import { REPEATS } from './repeats';
import { SLOPES } from './slopes';
import { TIMES } from './times';
import { VARIATIONS } from './variations';

/** One record for each kind of figure (docs/signal.md, 18). */
export const UNCERTAINTIES = {
  ...HEIGHTS,
  ...VARIATIONS,
  ...SLOPES,
  ...TIMES,
  ...REPEATS
} as const satisfies Record<string, FigureUncertainty>;

export type UncertainFigure = keyof typeof UNCERTAINTIES;

/** How sure a figure is, in its own unit. */
export interface Uncertainty {
  /**
   * Half of the interval that holds the right value, but for the bias, 95 times in 100: the expanded uncertainty with k = 2 of the GUM
   * (JCGM 100:2008), and with Student's t for repeats.
   */
  readonly plusMinus: number;
  /**
   * The least and the most of the known mean error, figure minus right value: what it is depends on the shape of the signal. It stands beside the
   * figure, and is neither taken off nor part of the ±.
   */
  readonly bias: readonly [number, number];
  /** The smallest that can be told from nothing: three standard uncertainties of nothing (IUPAC 1997; Currie 1968). */
  readonly detectable: number;
  readonly how: How;
}

const COVERAGE = 2;
const DETECTABLE = 3;

/** Null where it is not known: the noise was not kept, or the basis lacks what the figure needs. */
export function uncertaintyOf(figure: UncertainFigure, basis: Basis): Uncertainty | null {
  const { noisePct } = basis;
  if (noisePct === null) return null;
  const record: FigureUncertainty = UNCERTAINTIES[figure];
  const noisy = { ...basis, noisePct };
  const standard = record.standard(noisy);
  const plusMinus = (record.coverage?.(noisy) ?? COVERAGE) * standard;
  const bias = record.bias?.(noisy) ?? [0, 0];
  const detectable = record.detectable?.(noisy) ?? DETECTABLE * standard;
  const isKnown = [plusMinus, detectable, ...bias].every(Number.isFinite);
  return isKnown ? { plusMinus, bias, detectable, how: record.how } : null;
}

/** Whether a figure cannot be told from nothing; false where that is not known. */
export function isBelowDetection(value: number, uncertainty: Uncertainty | null): boolean {
  return uncertainty !== null && Math.abs(value) < uncertainty.detectable;
}
