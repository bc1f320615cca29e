import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayAt, type Day } from '../../../src/lib/plan/calendar';
import {
  allowsMaximum,
  canOverride,
  gatesOf,
  isReferenceValid,
  opensOn,
  weeksSince,
  type Gate
} from '../../../src/lib/plan/gates';
import { DELIVERIES, stepsOf, type Situation, type Track } from '../../../src/lib/plan/situation';
import { STEPS, type Step } from '../../../src/lib/plan/steps';
import { after, birth, BORN, of, other, pregnant, surgery } from './courses';

const until = (days: number): Gate => ({ kind: 'until', day: after(days) });
const start: Gate = { kind: 'doctor', consent: 'start' };
const strength: Gate = { kind: 'doctor', consent: 'strength' };
const catheter: Gate = { kind: 'catheter' };
const pain: Gate = { kind: 'pain' };

const severe = (agreed: Situation['agreed'] = [], track = birth()) =>
  of(track, { complicated: true, agreed });
const operated = (agreed: Situation['agreed'] = [], hasCatheter = false) =>
  of(surgery(hasCatheter), { agreed });

describe('a step', () => {
  it.each<[string, Step, Situation, number, Gate[]]>([
    ['on the day of a birth', 4, of(birth()), 0, [until(4)]],
    ['three days after it', 4, of(birth()), 3, [until(4)]],
    ['four days after it', 4, of(birth()), 4, []],
    ['three days after it', 5, of(birth()), 3, [until(4)]],
    ['four days after it', 5, of(birth()), 4, []],
    ['three days after a caesarean', 5, of(birth('caesarean')), 3, [until(4)]],
    ['four days after it', 5, of(birth('caesarean')), 4, []],
    ['a day short of six weeks', 6, of(birth()), 41, [until(42)]],
    ['six weeks', 6, of(birth()), 42, []],
    ['with forceps, a day short of six weeks', 6, of(birth('assisted')), 41, [until(42)]],
    ['with forceps, six weeks', 6, of(birth('assisted')), 42, []],
    ['a caesarean, six weeks', 6, of(birth('caesarean')), 42, [until(56)]],
    ['a caesarean, a day short of eight weeks', 6, of(birth('caesarean')), 55, [until(56)]],
    ['a caesarean, eight weeks', 6, of(birth('caesarean')), 56, []],
    ['a day short of twelve weeks', 7, of(birth()), 83, [until(84)]],
    ['twelve weeks', 7, of(birth()), 84, []],
    ['a caesarean, a day short of twelve weeks', 7, of(birth('caesarean')), 83, [until(84)]],
    ['a caesarean, twelve weeks', 7, of(birth('caesarean')), 84, []],
    ['week 2', 7, of(birth()), 10, [until(84)]],
    ['an operation', 4, operated(), 10, [start]],
    ['an operation that a doctor lets train', 4, operated(['start']), 0, []],
    ['a day short of six weeks', 5, operated(['start']), 41, [until(42)]],
    ['six weeks', 5, operated(['start']), 42, []],
    ['six weeks without a doctor', 5, operated(), 42, [start]],
    ['six weeks', 6, operated(['start']), 42, [strength]],
    ['strength allowed, a day short of six weeks', 6, operated(['start', 'strength']), 41, [until(42)]],
    ['strength allowed', 6, operated(['start', 'strength']), 42, []],
    ['strength allowed', 7, operated(['start', 'strength']), 42, []],
    ['strength allowed, and nothing before it', 6, operated(['strength']), 42, [start]],
    ['a catheter', 4, operated(['start'], true), 10, [catheter]],
    ['a catheter, with every word of a doctor', 6, operated(['start', 'strength'], true), 100, [catheter]],
    ['pregnancy', 1, of(pregnant), 0, []],
    ['pregnancy', 3, of(pregnant), 0, []],
    ['pregnancy past its due date', 3, of(pregnant), 101, []],
    ['neither', 7, of(other), 0, []]
  ])('%s: step %d', (_, step, situation, days, gates) => {
    expect(gatesOf(step, situation, false, after(days))).toEqual(gates);
  });

  it.each<[string, Situation, Step[]]>([
    ['a birth', of(birth()), [6, 7]],
    ['an operation', operated(['start', 'strength']), [6, 7]],
    ['pregnancy', of(pregnant), [3]],
    ['neither', of(other), [3, 7]]
  ])('with pain in week 20 of %s is shut where it asks for strength', (_, situation, shut) => {
    for (const step of stepsOf(situation.track)) {
      const gates = gatesOf(step, situation, true, after(140));
      expect([step, gates]).toEqual([step, shut.includes(step) ? [pain] : []]);
    }
  });

  it.each<[string, Track]>([
    ['a birth', birth()],
    ['pregnancy', pregnant],
    ['neither', other]
  ])('with complications asks for a doctor, whichever it is: %s', (_, track) => {
    for (const step of stepsOf(track)) {
      expect(gatesOf(step, severe([], track), false, after(140))).toEqual([start]);
      expect(gatesOf(step, severe(['strength'], track), false, after(140))).toEqual([start]);
      expect(gatesOf(step, severe(['start'], track), false, after(140))).toEqual([]);
    }
  });

  it('tells all that keeps it shut', () => {
    expect(gatesOf(7, severe(), true, after(10))).toEqual([start, until(84), pain]);
    expect(gatesOf(6, operated([], true), true, after(10))).toEqual([
      start,
      strength,
      catheter,
      until(42),
      pain
    ]);
  });

  it.each(DELIVERIES)('is open three years after a birth: %s', (delivery) => {
    for (const step of stepsOf(birth())) {
      expect(gatesOf(step, of(birth(delivery)), false, '2029-03-14')).toEqual([]);
    }
  });

  it.each([1, 30, 400])('is shut %d days before a birth, until so long after it', (days) => {
    const gates = stepsOf(birth()).map((step) => gatesOf(step, of(birth()), false, after(-days)));
    expect(gates).toEqual([[until(4)], [until(4)], [until(42)], [until(84)]]);
  });

  it('is one of its track', () => {
    expect(stepsOf(pregnant)).toEqual([1, 2, 3]);
    expect(stepsOf(birth())).toEqual([4, 5, 6, 7]);
    expect(stepsOf(surgery())).toEqual([4, 5, 6, 7]);
    expect(stepsOf(other)).toEqual([1, 2, 3, 7]);
  });
});

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

describe("a therapist's word", () => {
  it.each<[string, Gate[], boolean]>([
    ['nothing', [], true],
    ['a date', [until(42)], true],
    ['pain', [pain], true],
    ['a date and pain', [until(42), pain], true],
    ['a doctor', [start], false],
    ["a doctor's word on strength", [strength], false],
    ['a catheter', [catheter], false],
    ['a date and a doctor', [until(42), start], false]
  ])('opens what is kept shut by %s: %j', (_, gates, can) => {
    expect(canOverride(gates)).toBe(can);
  });
});

describe('a floor that is too tense', () => {
  it.each<[Step, Situation, Gate[]]>([
    [2, of(pregnant, { isTense: true }), []],
    [3, of(pregnant, { isTense: true }), [{ kind: 'tense' }]],
    [5, of(birth(), { isTense: true }), []],
    [6, of(birth(), { isTense: true }), [{ kind: 'tense' }]],
    [7, of(birth(), { isTense: true }), [{ kind: 'tense' }]]
  ])('relaxes first: step %d', (step, situation, gates) => {
    const found = gatesOf(step, situation, false, after(200));
    expect(found).toEqual(gates);
    expect(canOverride(found)).toBe(true);
    expect(allowsMaximum(situation, false, after(200))).toBe(false);
  });
});

describe('a maximum', () => {
  const allowed = ['start', 'strength'] as const;
  it.each<[string, Situation, boolean, number, boolean]>([
    ['before six weeks', of(birth()), false, 41, false],
    ['from six weeks on', of(birth()), false, 42, true],
    ['after a caesarean before eight', of(birth('caesarean')), false, 55, false],
    ['after a caesarean from eight on', of(birth('caesarean')), false, 56, true],
    ['with pain', of(birth()), true, 100, false],
    ['after a severe birth', severe(), false, 100, false],
    ['after one, with the doctor', severe(['start']), false, 42, true],
    ['in pregnancy', of(pregnant), false, 0, false],
    ['in pregnancy where it is wanted', of(pregnant, { wantsMaximum: true }), false, 0, true],
    ['in pregnancy where it is wanted, with pain', of(pregnant, { wantsMaximum: true }), true, 0, false],
    [
      'in pregnancy where it is wanted, with bleeding',
      of(pregnant, { wantsMaximum: true, complicated: true }),
      false,
      0,
      false
    ],
    ['after an operation', operated(['start']), false, 100, false],
    ['after one, with the doctor, before six weeks', operated(allowed), false, 41, false],
    ['after one, with the doctor', operated(allowed), false, 42, true],
    ['after one, with a catheter', operated(allowed, true), false, 100, false],
    ['before six weeks, however much it is wanted', of(birth(), { wantsMaximum: true }), false, 41, false],
    ['otherwise', of(other), false, 0, true],
    ['otherwise with pain', of(other), true, 0, false]
  ])('%s', (_, situation, hasPain, days, is) => {
    expect(allowsMaximum(situation, hasPain, after(days))).toBe(is);
  });
});

describe('what was measured', () => {
  const agreed = operated(['start', 'strength']);
  it.each<[string, Situation, number, number, boolean]>([
    ['before the birth', of(birth()), -1, 10, false],
    ['on its day', of(birth()), 0, 10, true],
    ['before the birth, a day short of six weeks', of(birth()), -1, 41, false],
    ['on its day, a day short of six weeks', of(birth()), 0, 41, true],
    ['a day before step 6 opened', of(birth()), 41, 42, false],
    ['the day that it opened', of(birth()), 42, 42, true],
    ['a day before step 6 opened, long ago', of(birth()), 41, 1000, false],
    ['the day that it opened, long ago', of(birth()), 42, 1000, true],
    ['before a caesarean is eight weeks ago', of(birth('caesarean')), 42, 55, true],
    ['a day before it was', of(birth('caesarean')), 55, 56, false],
    ['the day that it was', of(birth('caesarean')), 56, 56, true],
    ['before the operation', agreed, -1, 41, false],
    ['after the operation', agreed, 0, 41, true],
    ['after the operation, six weeks on', agreed, 41, 42, false],
    ['six weeks after the operation', agreed, 42, 42, true],
    ['long ago in pregnancy', of(pregnant), -200, 0, true],
    ['long ago', of(other), -2000, 0, true]
  ])('%s', (_, situation, measured, today, holds) => {
    expect(isReferenceValid('ref', after(measured), situation, false, after(today))).toBe(holds);
  });

  it.each<[string, Situation, boolean, number, boolean]>([
    ['after a birth', of(birth()), false, 42, true],
    ['after a birth with pain', of(birth()), true, 42, false],
    ['a day short of six weeks', of(birth()), false, 41, false],
    ['in pregnancy', of(pregnant), false, 0, false],
    ['in pregnancy where it is wanted', of(pregnant, { wantsMaximum: true }), false, 0, true],
    ['otherwise', of(other), false, 0, true]
  ])('as a maximum today holds only where one is allowed: %s', (_, situation, hasPain, days, holds) => {
    expect(isReferenceValid('mvc', after(days), situation, hasPain, after(days))).toBe(holds);
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
  const here = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = zone;
  });
  afterAll(() => {
    process.env.TZ = here;
  });

  it.each([
    ['2026-02-20', spring],
    ['2026-09-20', autumn]
  ])('step 6 opens at the midnight that begins the day, after a birth on %s', (born, midnight) => {
    const situation = of(birth('vaginal', born));
    const gatesAt = (ms: number) => gatesOf(6, situation, false, dayAt(ms));
    const ms = Date.parse(midnight);
    expect(gatesAt(ms - 1)).toEqual([{ kind: 'until', day: addDays(born, 42) }]);
    expect(gatesAt(ms)).toEqual([]);
    expect([ms - 1, ms].map((at) => weeksSince(born, dayAt(at)))).toEqual([5, 6]);
  });
});
