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
    // An operation may be planned, a year ahead at most.
    ['surgery', after(1), null],
    ['surgery', after(365), null],
    ['surgery', after(366), 'late'],
    // 42 weeks of 7 days.
    ['pregnant', after(294), null],
    ['pregnant', after(295), 'due'],
    ['pregnant', after(-21), null],
    ['pregnant', after(-22), 'due'],
    // 70 years of 365.25 days are 25,568 days (rounded): 25,569 are too many.
    ['postnatal', after(-25_568), null],
    ['postnatal', after(-25_569), 'early'],
    // Years of two digits, and digits that changed places.
    ['postnatal', '0026-03-01', 'early'],
    ['surgery', '0026-03-01', 'early'],
    ['pregnant', '0026-09-01', 'due'],
    ['postnatal', '2062-03-01', 'future'],
    ['surgery', '2062-03-01', 'late'],
    ['pregnant', '2062-09-01', 'due'],
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
