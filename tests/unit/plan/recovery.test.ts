import { describe, expect, it } from 'vitest';
import { recoveryOf, sportFrom, type Phase } from '../../../src/lib/plan/recovery';
import type { Delivery } from '../../../src/lib/plan/situation';
import { after, birth, BORN } from './courses';

/** First and last day of each, in days after the birth. */
const PHASES: readonly (readonly [Phase, number, number])[] = [
  ['rest', 0, 13],
  ['walk', 14, 27],
  ['stir', 28, 41],
  ['build', 42, 90],
  ['run', 91, 181],
  ['sport', 182, 363]
];

const nowAt = (days: number) =>
  recoveryOf(BORN, after(days)).flatMap(({ phase, when }) => (when === 'now' ? [phase] : []));

describe('recovery', () => {
  it.each(PHASES)('is in phase %s from day %d to %d', (phase, first, last) => {
    expect(nowAt(first - 1)).not.toEqual([phase]);
    expect(nowAt(first)).toEqual([phase]);
    expect(nowAt(last)).toEqual([phase]);
    expect(nowAt(last + 1)).not.toEqual([phase]);
  });

  it.each([
    ['the day before the birth', -1, 0, 0],
    ['the birth', 0, 0, 1],
    ['the day before the second phase', 13, 0, 1],
    ['the second phase', 14, 1, 1],
    ['in the last phase', 363, 5, 1],
    ['a year of weeks', 364, 6, 0],
    ['three years', 1100, 6, 0]
  ])('has at %s so many phases behind it', (_, days, past, now) => {
    const phases = recoveryOf(BORN, after(days));
    const when = phases.map((each) => each.when);
    expect(when).toEqual([
      ...new Array<string>(past).fill('past'),
      ...new Array<string>(now).fill('now'),
      ...new Array<string>(6 - past - now).fill('later')
    ]);
    expect(phases.map(({ phase, from }) => [phase, from])).toEqual(
      PHASES.map(([phase, first]) => [phase, after(first)])
    );
  });
});

describe('sport', () => {
  it.each<[Delivery, number]>([
    ['vaginal', 42],
    ['assisted', 42],
    ['caesarean', 56]
  ])('after a birth, %s, is from day %d on', (delivery, days) => {
    const track = birth(delivery);
    if (track.kind !== 'postnatal') throw new Error('It is one.');
    expect(sportFrom(track)).toBe(after(days));
  });
});
