import type { NoisyBasis } from './basis';

/** How a ± is found: propagated by a formula, by a formula and a table that was measured by resampling, or from repeats. */
export type How = 'formula' | 'table' | 'repeats';

/** How sure a kind of figure is. Everything in the figure's own unit; NaN where the basis does not say enough. */
export interface FigureUncertainty {
  readonly name: string;
  readonly unit: '%' | 's' | '%/s' | '%·s' | 'sensor numbers';
  readonly how: How;
  /** One sentence. */
  readonly method: string;
  /** Standard uncertainty: one SD. */
  readonly standard: (basis: NoisyBasis) => number;
  /** How many of it make 95 %; 2 where it is missing. */
  readonly coverage?: (basis: NoisyBasis) => number;
  /** The least and the most of its mean error, figure minus right value, over the usual shapes; [0, 0] where it is missing. No part of the ±. */
  readonly bias?: (basis: NoisyBasis) => readonly [number, number];
  /** The smallest that can be told from nothing; where it is missing three standard uncertainties. */
  readonly detectable?: (basis: NoisyBasis) => number;
}
