import { describe, expect, it } from 'vitest';
import { symptomsOf } from '../../../src/lib/plan/symptoms';
import { proposalOf } from '../../../src/lib/plan/progression';
import { timelineOf } from '../../../src/lib/plan/timeline';
import { gatesFor } from '../../../src/lib/plan/gates';
import { birth, later, OPEN, of, prescribed, PRESCRIBED_MS, setting, told, wordAt } from './courses';

const DAY_MS = 86_400_000;
const NOW_MS = PRESCRIBED_MS + 100 * DAY_MS;
const origin = prescribed(setting(5), { sequence: 1 });
const confirmed = prescribed(setting(5), {
  id: 'confirmed',
  reason: 'dated',
  atMs: PRESCRIBED_MS + 30 * DAY_MS,
  sequence: 3
});

describe('who says that the date is right', () => {
  const leaked = { ...later(5, [], told([], ['urine'])), sequence: 2 };

  it('goes on with what was prescribed: what was trained with it still counts', () => {
    const { prescription, sessions } = timelineOf(
      { sessions: [leaked], prescriptions: [confirmed, origin] },
      NOW_MS
    );
    expect(prescription?.id).toBe(origin.id);
    expect(prescription?.reason).toBe('start');
    const course = { sessions, situation: of(birth()), rmaxPctPerS: null, raisedOn: null, seen: null };
    expect(prescription && proposalOf({ ...course, prescription }, OPEN)?.cause).toBe('sign');
  });

  it('has what was trained since counted with it', () => {
    const since = { ...later(31), prescription: confirmed.id, sequence: 4 };
    const { sessions } = timelineOf({ sessions: [since], prescriptions: [confirmed, origin] }, NOW_MS);
    expect(sessions.map(({ prescription }) => prescription)).toEqual([origin.id]);
  });

  it('is not told any more that the clock is wrong, for what was recorded before', () => {
    const future = { ...later(400), sequence: 2 };
    const without = timelineOf({ sessions: [future], prescriptions: [origin] }, NOW_MS);
    expect(without.hasFuture).toBe(true);
    const confirming = timelineOf({ sessions: [future], prescriptions: [confirmed, origin] }, NOW_MS);
    expect(confirming.hasFuture).toBe(false);
    expect(confirming.sessions.map(({ dating }) => dating)).toEqual(['ahead']);
    const again = { ...later(401), sequence: 4 };
    expect(
      timelineOf({ sessions: [again, future], prescriptions: [confirmed, origin] }, NOW_MS).hasFuture
    ).toBe(true);
  });
});

describe('pain that is told at the end of a session', () => {
  it('comes after the word that a therapist gave while the session ran', () => {
    const word = { ...wordAt(1), sequence: 11 };
    const prescription = prescribed(setting(6), { override: word, sequence: 11 });
    const gates = (signsSequence?: number) => {
      const session = { ...later(1, [], told([], ['pain'])), sequence: 10, signsSequence };
      return gatesFor(6, of(birth()), symptomsOf([session], OPEN, word), prescription, OPEN);
    };
    expect(gates(12)).toEqual([{ kind: 'pain' }]);
    expect(gates()).toEqual([]);
  });
});
