import { describe, expect, it } from 'vitest';
import { believedDay, openingDays, type Trace } from '../../../src/lib/plan/believed-day';
import { after, birth, BORN, other, pregnant, surgery } from './courses';

const noon = (days: number) => Date.parse(`${after(days)}T12:00`);
/** Recorded so many days after the birth. */
const traces = (...days: number[]): Trace[] => days.map((each) => ({ atMs: noon(each), isConfirmed: false }));
const confirmed = (days: number): Trace => ({ atMs: noon(days), isConfirmed: true });

it.each([
  // Day 4; 15 % until day 7; short of fatigue until day 14; 6 and 12 weeks.
  ['a birth', birth(), [4, 42, 84, 7, 14]],
  ['a caesarean', birth('caesarean'), [4, 56, 84, 7, 14]],
  ['an operation', surgery(), [42]],
  ['a pregnancy', pregnant, []],
  ['something else', other, []]
])('time opens more after %s on days %j', (_, track, days) => {
  const opening = new Set(openingDays(track));
  expect([...opening].sort()).toEqual(days.map(after).sort());
});

describe('the day that decides what is open', () => {
  const opening = openingDays(birth());
  const on = (today: number, ...all: Trace[]) => believedDay(all, opening, after(today));

  it.each<[string, number, Trace[], number]>([
    ['nothing was recorded', 90, [], 90],
    ['a week without a record', 42, traces(35), 42],
    ['eight days, and step 6 opened in them', 42, traces(34), 34],
    ['a clock three months ahead', 110, traces(12, 14), 14],
    ['three months in which nothing opens', 200, traces(100), 200],
    ['records that follow each other', 60, traces(10, 17, 24, 31, 38, 45, 52), 60],
    // What is trained on a day that is not sure does not make it sure.
    ['sessions on days that are not sure', 62, traces(30, 60, 61), 30],
    ['a clock that was ahead, and is right again', 33, traces(30, 60, 32), 33],
    ['a clock that is back', 2, traces(30), 2]
  ])('with %s', (_, today, all, day) => {
    expect(on(today, ...all)).toBe(after(day));
  });

  it('is today once she says that the date is right', () => {
    expect(on(60, ...traces(30), confirmed(60))).toBe(after(60));
    expect(on(60, ...traces(30, 60), confirmed(60), ...traces(60))).toBe(after(60));
    // And it is asked again after the next long time.
    expect(on(110, ...traces(30), confirmed(60))).toBe(after(60));
  });

  it('is no later than the clock says, whatever was confirmed', () => {
    expect(on(40, confirmed(60))).toBe(after(40));
    expect(believedDay([confirmed(0)], opening, BORN)).toBe(BORN);
  });
});
