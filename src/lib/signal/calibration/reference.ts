export type Polarity = 1 | -1;

/**
 * What 100 % means, and every % says which: a maximum voluntary contraction, or a comfortable one where no maximum is asked for. Figures
 * that are defined at a share of a maximum do not exist on the comfortable scale.
 */
export type Scale = 'mvc' | 'ref';

/** What 100 % is. */
export interface Reference {
  readonly polarity: Polarity;
  /** Distance from the baseline at 100 %, in sensor numbers. */
  readonly span: number;
  readonly scale: Scale;
  /** The person's fastest rise, % of the reference per s (docs/signal.md, 10); null before a series of fast contractions. */
  readonly rmaxPctPerS: number | null;
}

/** Below 20σ a reference is refused: "signal too weak" (docs/signal.md, 5). */
export const WEAK_SD = 20;
/** Above this σ, in % of the reference, there are no onset, rise or tangent figures: the reference is below 100σ. */
export const LOUDEST_NOISE_PCT = 1;
/** …nor where it is fewer quantisation steps. */
const FEWEST_STEPS = 100;

/**
 * Whether a reference is fine enough for onset, rise and tangent figures.
 *
 * @param span, sd, resolution 100 %, σ and one quantisation step, in sensor numbers
 */
export function isFine(span: number, sd: number, resolution: number): boolean {
  return 100 * sd <= LOUDEST_NOISE_PCT * span && span >= FEWEST_STEPS * resolution;
}
