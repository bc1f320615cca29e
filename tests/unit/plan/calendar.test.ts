import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays, dayAt, daysBetween, isDay, mondayOf } from '../../../src/lib/plan/calendar';

beforeAll(() => {
  vi.stubEnv('TZ', 'Europe/Amsterdam');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

describe('days of the calendar', () => {
  it.each([
    // Across both changes of clocks, a leap day, and the turn of a year.
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2026-05-12', '2026-05-12', 0],
    ['2026-05-12', '2026-05-01', -11]
  ])('from %s to %s are %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  it.each([
    ['2026-11-22', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['22-11-2026', false],
    ['2026-11', false],
    ['', false]
  ])('%j is one: %s', (text, is) => {
    expect(isDay(text)).toBe(is);
  });

  it.each([
    ['2026-05-11', '2026-05-11'],
    ['2026-05-17', '2026-05-11'],
    ['2027-01-01', '2026-12-28']
  ])('%s is in the week of Monday %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it('are those where the person is', () => {
    // Half past eleven at night in London is the next day in Amsterdam.
    expect(dayAt(Date.parse('2026-05-12T22:30Z'))).toBe('2026-05-13');
    expect(dayAt(Date.parse('2026-01-12T22:30Z'))).toBe('2026-01-12');
  });
});
