import type { ContractionFigures } from '../contraction';
import type { Relaxation } from '../release';
import {
  afterContraction,
  afterGap,
  afterRelaxation,
  NO_SQUEEZES,
  seriesOf,
  type QuickSeries,
  type QuickSqueezes
} from './series';

/** All series of quick squeezes of a session or a recording, in the order in which they were made. */
export class SeriesLog {
  readonly #ended: QuickSeries[] = [];
  #state = NO_SQUEEZES;

  /** Those that have ended, and the one under way. */
  get series(): readonly QuickSeries[] {
    const underWay = seriesOf(this.#state.squeezes);
    return underWay ? [...this.#ended, underWay] : this.#ended;
  }

  contraction(figures: ContractionFigures): void {
    this.#become(afterContraction(this.#state, figures));
  }

  relaxation(startS: number, relaxation: Relaxation | null): void {
    this.#become(afterRelaxation(this.#state, startS, relaxation));
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
    const series = isOver ? seriesOf(squeezes) : null;
    if (series) this.#ended.push(series);
    this.#state = state;
  }
}

/** All series of a complete recording. @param contractions in order @param gaps in order */
export function seriesIn(
  contractions: readonly (ContractionFigures & { readonly relaxation: Relaxation | null })[],
  gaps: readonly { readonly startS: number; readonly endS: number }[]
): readonly QuickSeries[] {
  const log = new SeriesLog();
  const waiting = [...gaps];
  for (const each of contractions) {
    for (; waiting[0] && waiting[0].startS < each.endS; waiting.shift())
      log.gap(waiting[0].startS, waiting[0].endS);
    log.contraction(each);
    log.relaxation(each.startS, each.relaxation);
  }
  return log.series;
}
