import { expect, it } from 'vitest';
import { replayEntries } from '../../../src/lib/session/replay';
import { EMPTY_VIEW, reduce } from '../../../src/lib/session/view';
import { readJournal } from '../../../src/lib/storage/journal-reader';
import { JournalWriter } from '../../../src/lib/storage/journal-writer';
import { SessionSchema } from '../../../src/lib/storage/session';
import { sessionRecord } from '../storage/records';
import { RecordedSession, sensorOf } from './recorded-session';

const asked = new RecordedSession(sensorOf('open-profile'))
  .check({ when: 'before', signs: [] })
  .open()
  .train()
  .check({ when: 'after', signs: ['urine', 'heaviness'] });
const SIGNS = { before: [], after: ['urine', 'heaviness'] };

function replayed() {
  const journal = new JournalWriter();
  for (const entry of asked.entries) journal.append(entry);
  const { entries, unreadable } = readJournal([journal.bytes()]);
  expect(unreadable).toBe(0);
  return replayEntries(entries);
}

it('what was answered comes out of the journal again, when it was answered', () => {
  const live = replayEntries(asked.entries);
  const { events, summary } = replayed();
  expect(events).toEqual(live.events);
  expect(events.flatMap((event) => (event.type === 'check' ? [event.check] : []))).toEqual([
    { when: 'before', signs: [] },
    { when: 'after', signs: ['urine', 'heaviness'] }
  ]);
  // Before the first sample there is no time yet; at the end it is that of the last, a hundredth of a second before 40 s.
  const [first, last] = [events[0], events.at(-1)];
  expect([first?.type, first?.atS]).toEqual(['check', 0]);
  expect(last?.type).toBe('check');
  expect(last?.atS).toBeCloseTo(39.99, 6);
  expect(summary.record.signs).toEqual(SIGNS);
  expect(events.reduce(reduce, EMPTY_VIEW).signs).toEqual(SIGNS);
});

it('what was answered changes nothing that was measured', () => {
  const silent = replayEntries(asked.entries.filter(({ kind }) => kind !== 'check'));
  const { rows, events } = replayed();
  expect(rows).toEqual(silent.rows);
  expect(events.filter(({ type }) => type !== 'check')).toEqual(silent.events);
});

it('what was answered passes the check of what is stored', () => {
  const record = { ...sessionRecord(1), ...replayed().summary.record };
  expect(SessionSchema.parse(record)).toEqual(record);
  expect(SessionSchema.parse(sessionRecord(1)).signs).toBeUndefined();
  const wrong = { ...record, signs: { before: ['hunger'], after: null } };
  expect(SessionSchema.safeParse(wrong).success).toBe(false);
});
