import type { ContractionFigures } from '../contraction';
import {
  afterContraction,
  afterGap,
  afterRelaxation,
  FEWEST_PULSES,
  NO_SQUEEZES,
  type QuickSqueeze,
  type QuickSqueezes
} from './series';

/** All series of quick squeezes of a session or a recording, in the order in which they were made. */
export class SeriesLog {
  readonly #ended: (readonly QuickSqueeze[])[] = [];
  #state = NO_SQUEEZES;

  /** Those that have ended, and the one under way. */
  get series(): readonly (readonly QuickSqueeze[])[] {
    const { squeezes } = this.#state;
    return squeezes.length < FEWEST_PULSES ? this.#ended : [...this.#ended, squeezes];
  }

  contraction(figures: ContractionFigures): void {
    this.#become(afterContraction(this.#state, figures));
  }

  relaxation(startS: number, peakFallPctPerS: number | null): void {
    this.#become(afterRelaxation(this.#state, startS, peakFallPctPerS));
  }

  gap(fromS: number, toS: number): void {
    this.#become(afterGap(this.#state, fromS, toS));
  }

  /** What comes belongs to no series under way. */
  end(): void {
    this.#become({ ...this.#state, squeezes: [] });
  }

  #become(state: QuickSqueezes): void {
    const { squeezes } = this.#state;
    const isOver = squeezes[0]?.startS !== state.squeezes[0]?.startS;
    if (isOver && squeezes.length >= FEWEST_PULSES) this.#ended.push(squeezes);
    this.#state = state;
  }
}
