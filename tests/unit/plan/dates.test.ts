import { describe, expect, it } from 'vitest';
import { dateFault, yearsAgo, type DateFault } from '../../../src/lib/plan/dates';
import type { Track } from '../../../src/lib/plan/situation';
import { after, BORN } from './courses';

describe('a day that weeks count from', () => {
  it.each<[Track['kind'], string, DateFault | null]>([
    ['postnatal', '', 'missing'],
    ['surgery', '', 'missing'],
    ['pregnant', '', 'missing'],
    ['postnatal', '2026-02-30', 'wrong'],
    ['surgery', '14-03-2026', 'wrong'],
    ['pregnant', 'soon', 'wrong'],
    ['postnatal', BORN, null],
    ['postnatal', after(1), 'future'],
    ['postnatal', '1990-01-01', null],
    ['surgery', BORN, null],
    ['surgery', after(1), 'future'],
    ['pregnant', after(300), null],
    ['pregnant', after(301), 'due'],
    ['pregnant', after(-21), null],
    ['pregnant', after(-22), 'due'],
    ['other', '', null],
    ['other', 'soon', null]
  ])('%s, %j: %j', (kind, day, fault) => {
    expect(dateFault(kind, day, BORN)).toBe(fault);
  });

  it.each<[number, number | null]>([
    [0, null],
    [730, null],
    [731, 2],
    [1096, 3]
  ])('is asked about after %d days: %j years', (days, years) => {
    expect(yearsAgo(BORN, after(days))).toBe(years);
  });
});
