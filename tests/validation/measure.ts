import { analyse, type Analysis, type Recording } from '../../src/lib/signal/analysis';
import { errorOf, FIGURES, measuredIn, type Figure, type Values } from './figures';
import { rightValues } from './right';
import { sampledBy, type Sampling } from './sampling';
import { REST_S, SHAPES } from './shapes';

/** How often each shape is drawn; the seeds are 1, 2, 3 … */
export const DRAWS = 20;
export const FIGURE_NAMES = Object.keys(FIGURES) as Figure[];

/** Errors of one figure, in the unit of FIGURES. */
export interface Errors {
  /** Mean over all shapes, and the means of the shapes that lie lowest and highest. */
  readonly bias: number;
  readonly lowest: number;
  readonly highest: number;
  /** SD of those means: what not knowing the shape is worth. */
  readonly betweenShapes: number;
  /** SD over the draws of one shape: the root of its mean square. */
  readonly sd: number;
  /** Figures that were measured, of those that could have been. */
  readonly measured: number;
  readonly of: number;
}

/** 100 % is known, as in a session. */
export const analysed = (recording: Recording): Analysis =>
  analyse(recording, { rest: { fromS: 0, toS: REST_S }, mvc: 100, polarity: 1, target: null });

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
export function sdOf(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Of the same figures in several draws for each thing drawn. */
export function errorsOf(
  figure: Figure,
  drawn: readonly { readonly right: Values; readonly draws: readonly Values[] }[]
): Errors {
  // What is nothing has no share that it could err by.
  const known = drawn.filter(
    ({ right }) => Number.isFinite(right[figure]) && (FIGURES[figure] !== 'share' || right[figure] > 0.01)
  );
  const errors = known.map(({ right, draws }) =>
    draws.map((values) => errorOf(figure, values[figure], right[figure])).filter(Number.isFinite)
  );
  const seen = errors.filter((each) => each.length > 0);
  const biases = seen.map(mean);
  return {
    bias: mean(biases),
    lowest: Math.min(...biases),
    highest: Math.max(...biases),
    betweenShapes: sdOf(biases),
    sd: Math.sqrt(mean(seen.map((each) => sdOf(each) ** 2))),
    measured: errors.flat().length,
    of: known.reduce((sum, { draws }) => sum + draws.length, 0)
  };
}

/** Every figure of all shapes, sampled like that. */
export function measure(sampling: Sampling): Record<Figure, Errors> {
  const drawn = SHAPES.map((shape) => ({
    right: RIGHT.get(shape.name) ?? rightValues(shape),
    draws: Array.from({ length: DRAWS }, (_, i) =>
      measuredIn(analysed(sampledBy(shape.valueAt, sampling, i + 1)))
    )
  }));
  return recordOf((figure) => errorsOf(figure, drawn));
}

/** With a window of 100 ms, whatever the rate: a longer one is part of the error. */
const RIGHT = new Map(SHAPES.map((shape) => [shape.name, rightValues(shape)]));

export const recordOf = <T>(of: (figure: Figure) => T): Record<Figure, T> =>
  Object.fromEntries(FIGURE_NAMES.map((figure) => [figure, of(figure)])) as Record<Figure, T>;
