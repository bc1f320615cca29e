import { describe, expect, it } from 'vitest';
import { EVERYTHING, filtered, settingOf, settingsOf } from '../../../src/lib/state/session-filter';
import { SET_UP } from '../session/recorded-session';
import { sessionRecord } from '../storage/records';

const DAY_MS = 24 * 3600 * 1000;
const NOW = Date.UTC(2026, 10, 22, 12);

describe('the filter of the history', () => {
  const gentle = { ...SET_UP, forcePct: 30 };
  const slower = { ...SET_UP, pattern: { ...SET_UP.pattern, riseMs: 2000 } };
  const sessions = [
    sessionRecord(NOW - DAY_MS, { setUp: SET_UP, notes: [{ atS: 1, text: 'Tired today' }] }),
    sessionRecord(NOW - 6.9 * DAY_MS, { setUp: gentle }),
    sessionRecord(NOW - 7.1 * DAY_MS, { setUp: { ...SET_UP, rounds: 9 } }),
    sessionRecord(NOW - 40 * DAY_MS, { setUp: null, notes: [{ atS: 1, text: 'with Ann' }] }),
    sessionRecord(NOW - 300 * DAY_MS, { setUp: slower })
  ];
  const indexes = (filter: Partial<typeof EVERYTHING>) =>
    filtered(sessions, { ...EVERYTHING, ...filter }, NOW).map((session) => sessions.indexOf(session));

  it('lets everything through when nothing is asked', () => {
    expect(indexes({})).toEqual([0, 1, 2, 3, 4]);
  });

  it('knows the period, both sides of its border', () => {
    expect(indexes({ days: 7 })).toEqual([0, 1]);
    expect(indexes({ days: 28 })).toEqual([0, 1, 2]);
    expect(indexes({ days: 365 })).toEqual([0, 1, 2, 3, 4]);
  });

  it('tells settings apart by force and pattern, whatever the rounds', () => {
    expect(settingsOf(sessions).map((session) => sessions.indexOf(session))).toEqual([0, 1, 4]);
    expect(indexes({ setting: settingOf(sessions[0] ?? sessionRecord(0)) })).toEqual([0, 2]);
  });

  it('finds words in notes, in capitals or not', () => {
    expect(indexes({ words: ' TIRED ' })).toEqual([0]);
    expect(indexes({ words: 'ann' })).toEqual([3]);
    expect(indexes({ words: 'nothing like it' })).toEqual([]);
  });

  it('asks all of it at once', () => {
    expect(indexes({ days: 7, setting: settingOf(sessions[1] ?? sessionRecord(0)), words: 'tired' })).toEqual(
      []
    );
  });
});
