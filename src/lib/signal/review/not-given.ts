/** Why a figure for reviewers is not given. */
export type NotGiven =
  /** The reference is below 100σ, or below 100 quantisation steps. */
  | 'noise'
  /** Fewer samples a second than the figure needs. */
  | 'slow-sampling'
  /** A gap lies in it, or the recording begins in it. */
  | 'gap'
  /** The onset was not seen. */
  | 'no-onset'
  /** The 200 ms before the onset were not at rest, or not flat. */
  | 'tense'
  /** The straight part of the rise begins long after the onset. */
  | 'early-onset'
  /** No rising line fits at least three samples. */
  | 'no-hinge'
  /** The end of the contraction was not seen. */
  | 'cut'
  /** The sensor was at an end of its range. */
  | 'saturated'
  /** There is no hold of 1 s. */
  | 'no-hold'
  /** The hold is too short to tell the frequencies apart. */
  | 'short-hold'
  /** The hold's mean is too low for a share of it. */
  | 'low-mean';

export interface Refused {
  readonly notGiven: NotGiven;
}

/** A figure, or why there is none. */
export type Given<Figure> = Figure | Refused;

export function isGiven<Figure extends object>(figure: Given<Figure>): figure is Figure {
  return !('notGiven' in figure);
}
