import { answeredWith, NOT_ASKED, type Signs } from '../plan/signs';
import { ENGINE_VERSION, ROW, ROW_LENGTH } from '../signal/engine';
import type { ContractionEvent, RoundEvent } from '../signal/event';
import { meanOnTargetPct } from '../signal/on-target';
import type { Hold } from '../signal/hold';
import { meanInBandPct, NEAR_TARGET } from '../signal/round-score';
import type { ResultRecord } from '../storage/result';
import type { SessionRecord } from '../storage/session';
import { Overview } from './overview';
import type { SessionEvent } from './pipeline';
import { QuickSummary } from './quick-summary';

type Set = ResultRecord['sets'][number];

/** What is kept of a session beside its journal: the same of one under way and of one that is worked out anew. */
export class Summary {
  readonly #sets: Set[] = [];
  readonly #overview = new Overview();
  #sensor: SessionRecord['sensor'] = null;
  #signs: Signs = NOT_ASKED;
  /** Holds outside the sets, on the reference in use. */
  #freeHolds: Hold[] = [];
  readonly #quick = new QuickSummary();

  rows(rows: Float64Array): void {
    for (let at = 0; at < rows.length; at += ROW_LENGTH) {
      this.#overview.push(rows[at + ROW.timeS] ?? NaN, rows[at + ROW.pct] ?? NaN);
    }
  }

  /** @returns whether the record of the session is another one now */
  note(event: SessionEvent): boolean {
    this.#quick.note(event);
    if (event.type === 'sensor') this.#sensor = event.sensor;
    else if (event.type === 'check') this.#signs = answeredWith(this.#signs, event.check);
    else if (event.type === 'set') {
      // Where training begins, the picture begins.
      if (this.#sets.length === 0) this.#overview.reset();
      const { setUp, rmaxPctPerS, span } = event;
      this.#sets.push({ setUp, rmaxPctPerS, span, rounds: [] });
    } else if (event.type === 'referenced' || event.type === 'referred') this.#freeHolds = [];
    else if (event.type === 'contraction') this.#noteHold(event);
    else if (event.type === 'round') this.#sets.at(-1)?.rounds.push(stored(event));
    else return event.type === 'relaxation';
    return true;
  }

  get record(): Omit<
    SessionRecord,
    'id' | 'person' | 'prescription' | 'startedAtMs' | 'endedAtMs' | 'notes' | 'isSimulated'
  > {
    const rounds = this.#sets.flatMap((set) => set.rounds);
    return {
      engineVersion: ENGINE_VERSION,
      sensor: this.#sensor,
      signs: {
        before: copied(this.#signs.before),
        after: copied(this.#signs.after),
        ...(this.#signs.isCorrected === true && { isCorrected: true })
      },
      setUp: this.#sets.at(-1)?.setUp ?? null,
      rounds: rounds.length,
      inBandPct: meanInBandPct(rounds.map(({ figures }) => figures)),
      onTargetPct: meanOnTargetPct(rounds.map(({ figures }) => figures)),
      curve: this.#overview.curve
    };
  }

  /** All figures of the session, as they are stored. */
  resultOf(session: string): ResultRecord {
    return {
      session,
      engineVersion: ENGINE_VERSION,
      sets: this.#sets.map((set) => ({ ...set })),
      freeHoldS: this.#freeHoldS,
      quickSeries: this.#quick.series
    };
  }

  #noteHold({ hold }: Pick<ContractionEvent, 'hold'>): void {
    if (hold) this.#freeHolds.push(hold);
  }

  /** The longest hold outside the sets that was near the target of the latest set, or above it. */
  get #freeHoldS(): number | null {
    const set = this.#sets.at(-1);
    if (!set) return null;
    const near = this.#freeHolds.filter(({ meanPct }) => meanPct >= NEAR_TARGET * set.setUp.forcePct);
    return near.length === 0
      ? null
      : near.reduce((longest, { startS, endS }) => Math.max(longest, endS - startS), 0);
  }
}

/** What is stored may be changed by who reads it; what the engine tells may not. */
function stored({ figures, ...event }: RoundEvent & { readonly atS: number }): Set['rounds'][number] {
  return { ...event, figures: { ...figures, inBandPctBySegment: [...figures.inBandPctBySegment] } };
}

function copied<T>(list: readonly T[] | null): T[] | null {
  return list && [...list];
}
