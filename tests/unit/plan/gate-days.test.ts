import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays, dayAt, type Day } from '../../../src/lib/plan/calendar';
import { gatesOf, opensOn, weeksSince } from '../../../src/lib/plan/gates';
import type { Track } from '../../../src/lib/plan/situation';
import { STEPS, type Step } from '../../../src/lib/plan/steps';
import { NO_SYMPTOMS } from '../../../src/lib/plan/symptoms';
import { after, birth, BORN, of, other, pregnant, surgery } from './courses';

describe('the day that a step opens', () => {
  it.each<[string, Track, Step, number | null]>([
    ['a birth', birth(), 4, 4],
    ['a birth', birth(), 5, 4],
    ['a birth', birth(), 6, 42],
    ['a birth', birth(), 7, 84],
    ['forceps', birth('assisted'), 6, 42],
    ['a caesarean', birth('caesarean'), 5, 4],
    ['a caesarean', birth('caesarean'), 6, 56],
    ['a caesarean', birth('caesarean'), 7, 84],
    ['a birth of which the way is not told', birth(null), 5, 4],
    ['a birth of which the way is not told', birth(null), 6, 56],
    ['an operation', surgery(), 4, null],
    ['an operation', surgery(), 5, 42],
    ['an operation', surgery(), 6, 42],
    ['an operation', surgery(), 7, 42]
  ])('%s: %j, step %d, after %j', (_, track, step, days) => {
    expect(opensOn(step, track)).toBe(days === null ? null : after(days));
  });

  it('is none in pregnancy and where nothing counts', () => {
    for (const track of [pregnant, other]) {
      for (const step of STEPS) expect(opensOn(step, track)).toBeNull();
    }
  });
});

describe('weeks', () => {
  it.each<[Day, Day, number]>([
    [BORN, BORN, 0],
    [BORN, after(6), 0],
    [BORN, after(7), 1],
    [BORN, after(83), 11],
    [BORN, after(84), 12],
    // To summer time on 29 March, and back on 25 October.
    ['2026-03-23', '2026-03-29', 0],
    ['2026-03-23', '2026-03-30', 1],
    ['2026-10-19', '2026-10-25', 0],
    ['2026-10-19', '2026-10-26', 1]
  ])('from %s to %s are %d', (from, to, weeks) => {
    expect(weeksSince(from, to)).toBe(weeks);
  });
});

/** Six weeks after a birth in winter it is summer, and the other way about. */
describe.each([
  ['UTC', '2026-04-03T00:00Z', '2026-11-01T00:00Z'],
  ['Europe/Amsterdam', '2026-04-02T22:00Z', '2026-10-31T23:00Z'],
  // There the clocks go back on that very day, two hours later.
  ['America/Los_Angeles', '2026-04-03T07:00Z', '2026-11-01T07:00Z'],
  ['Asia/Kolkata', '2026-04-02T18:30Z', '2026-10-31T18:30Z'],
  ['Pacific/Kiritimati', '2026-04-02T10:00Z', '2026-10-31T10:00Z'],
  ['Pacific/Pago_Pago', '2026-04-03T11:00Z', '2026-11-01T11:00Z']
])('in %s', (zone, spring, autumn) => {
  beforeAll(() => {
    process.env.TZ = zone;
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    ['2026-02-20', spring],
    ['2026-09-20', autumn]
  ])('step 6 opens at the midnight that begins the day, after a birth on %s', (born, midnight) => {
    const situation = of(birth('vaginal', born));
    const gatesAt = (ms: number) => gatesOf(6, situation, NO_SYMPTOMS, dayAt(ms));
    const ms = Date.parse(midnight);
    expect(gatesAt(ms - 1)).toEqual([{ kind: 'until', day: addDays(born, 42) }]);
    expect(gatesAt(ms)).toEqual([]);
    expect([ms - 1, ms].map((at) => weeksSince(born, dayAt(at)))).toEqual([5, 6]);
  });
});
