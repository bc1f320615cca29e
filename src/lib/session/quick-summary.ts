import type { Scale } from '../signal/calibration/reference';
import { SeriesLog } from '../signal/quick/series-log';
import type { ResultRecord } from '../storage/result';
import type { SessionEvent } from './pipeline';

type StoredSeries = ResultRecord['quickSeries'][number];

/** The series of quick squeezes outside the sets of a session, each on the reference of its time. */
export class QuickSummary {
  readonly #earlier: StoredSeries[] = [];
  #log = new SeriesLog();
  #scale: Scale | null = null;

  note(event: SessionEvent): void {
    if (event.type === 'contraction') this.#log.contraction(event);
    else if (event.type === 'relaxation') this.#log.relaxation(event.startS, event.relaxation);
    else if (event.type === 'gap') this.#log.gap(event.fromS, event.atS);
    else if (event.type === 'set') this.#log.end();
    else if (event.type === 'referenced' || event.type === 'referred') {
      this.#earlier.push(...this.#latest);
      this.#log = new SeriesLog();
      this.#scale = event.reference.scale;
    }
  }

  /** As they are stored. */
  get series(): StoredSeries[] {
    return [...this.#earlier, ...this.#latest];
  }

  get #latest(): StoredSeries[] {
    const scale = this.#scale;
    if (scale === null) return [];
    return this.#log.series.map((series) => ({ ...series, scale, squeezes: [...series.squeezes] }));
  }
}
