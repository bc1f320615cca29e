import type { Page } from '@playwright/test';
import type { RoundFigures } from '../../../src/lib/signal/event';
import { fillDatabase } from '../../browser/fill-database';
import { calibrationRecord, resultRecord, sessionRecord } from '../../unit/storage/records';

const DAY_MS = 86_400_000;

/** A session of one round, so many days ago. */
export interface Past {
  readonly daysAgo: number;
  readonly figures: Partial<Omit<RoundFigures, 'inBandPctBySegment'>>;
}

/** A maximum that was accepted, in sensor numbers. */
export interface Maximum {
  readonly daysAgo: number;
  readonly span: number;
}

/** Sessions of the first person, and her maxima, as if they had been recorded here. */
export async function recordPast(
  app: Page,
  nowMs: number,
  sessions: readonly Past[],
  maxima: readonly Maximum[] = []
): Promise<void> {
  const made = sessions.map(({ daysAgo, figures }) => {
    const session = sessionRecord(nowMs - DAY_MS * daysAgo, { rounds: 1 });
    const result = resultRecord(session.id, session.engineVersion);
    const [round] = result.sets[0]?.rounds ?? [];
    if (!round) throw new Error('It has a round.');
    round.figures = { ...round.figures, ...figures };
    return { session, result };
  });
  await fillDatabase(app, {
    sessions: made.map(({ session }) => session),
    results: made.map(({ result }) => result),
    calibrations: maxima.map(({ daysAgo, span }) =>
      calibrationRecord(nowMs - DAY_MS * daysAgo, {
        reference: { polarity: 1, span, scale: 'mvc', rmaxPctPerS: null }
      })
    )
  });
}
