import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime';
import {
  calendarDay,
  clock,
  date,
  dateWithYear,
  dayAndTime,
  distance,
  figure,
  number,
  seconds,
  share,
  shortDate
} from '../../../src/lib/ui/format';

const in_ = (locale: 'en' | 'nl') => {
  overwriteGetLocale(() => locale);
};
beforeEach(() => {
  in_('en');
});

describe('a number', () => {
  it.each([
    [0, 0, '0'],
    [-0, 0, '0'],
    [-0.4, 0, '0'],
    [-0.04, 1, '0.0'],
    [1, 0, '1'],
    [-1.5, 1, '-1.5'],
    [0.96, 1, '1.0'],
    [1234.5, 1, '1,234.5'],
    [NaN, 0, '–'],
    [Infinity, 0, '–'],
    [-Infinity, 1, '–']
  ])('%d with %d digits is "%s"', (value, digits, written) => {
    expect(number(value, digits)).toBe(written);
  });

  it('is a dash where it is missing', () => {
    expect([figure(null, 1), figure(undefined, 0), figure(NaN, 0), figure(0, 0)]).toEqual([
      '–',
      '–',
      '–',
      '0'
    ]);
  });

  it('is written in the language of the person', () => {
    in_('nl');
    expect([number(1234.5, 1), seconds(0.5), seconds(2)]).toEqual(['1.234,5', '0,5', '2']);
  });
});

describe('a share', () => {
  it.each([
    [0, '0'],
    [0.2, '<\u00a01'],
    [0.999, '<\u00a01'],
    [1, '1'],
    [1.999, '1'],
    // Rounded down: neither of the two reached its border.
    [69.7, '69'],
    [49.99, '49'],
    [69.999_999_9, '70'],
    [70, '70'],
    [99.9, '99'],
    [100, '100'],
    [100.000_01, '100'],
    [130, '100'],
    [-3, '0'],
    [NaN, '–'],
    [null, '–'],
    [undefined, '–']
  ])('of %d is "%s"', (pct, written) => {
    expect(share(pct)).toBe(written);
  });
});

describe('a distance', () => {
  it.each([
    [0, '0'],
    [0.3, '<\u00a01'],
    [-0.3, '<\u00a01'],
    [1, '1'],
    [-12.4, '12'],
    [130, '130'],
    [NaN, '–']
  ])('of %d is "%s"', (value, written) => {
    expect(distance(value)).toBe(written);
  });

  it.each([
    [0.04, 1, '<\u00a00.1'],
    [0.1, 1, '0.1'],
    [0, 2, '0.00'],
    [-0.004, 2, '<\u00a00.01']
  ])('of %d with %d digits is "%s"', (value, digits, written) => {
    expect(distance(value, digits)).toBe(written);
  });
});

describe('a time', () => {
  it.each([
    [0, '0'],
    [-0.04, '0'],
    [0.04, '0'],
    [0.25, '0.3'],
    [2, '2'],
    [2.96, '3'],
    [NaN, '–']
  ])('of %d s is "%s"', (s, written) => {
    expect(seconds(s)).toBe(written);
  });

  it.each([
    [0, '0:00'],
    [-1, '0:00'],
    [59.9, '0:59'],
    [60, '1:00'],
    [65, '1:05'],
    [3600, '60:00'],
    [NaN, '–']
  ])('of %d s on the clock is "%s"', (s, written) => {
    expect(clock(s)).toBe(written);
  });
});

describe('a day', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(2026, 10, 30, 12) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  // 20 November 2026 and 21 November 2025 are both Fridays.
  const now = new Date(2026, 10, 20, 9).getTime();
  const before = new Date(2025, 10, 21, 9).getTime();

  it('carries its year where it is not this one', () => {
    expect([dayAndTime(now), dayAndTime(before)]).toEqual([
      'Friday 20 November at 09:00',
      'Friday, 21 November 2025 at 09:00'
    ]);
    expect([date(now), date(before)]).toEqual(['20 November', '21 November 2025']);
    expect([shortDate(now), shortDate(before)]).toEqual(['20 Nov', '21 Nov 2025']);
    // A clock that was ahead: next year is another one, too.
    expect(date(new Date(2027, 0, 1, 9).getTime())).toBe('1 January 2027');
  });

  it('carries it on the last evening of a year as on the first morning of the next', () => {
    const eve = new Date(2025, 11, 31, 23, 59).getTime();
    const morning = new Date(2026, 0, 1, 0, 0).getTime();
    expect([date(eve), date(morning)]).toEqual(['31 December 2025', '1 January']);
  });

  it('of a form always carries its year', () => {
    expect([calendarDay('2026-11-20'), dateWithYear(before)]).toEqual([
      '20 November 2026',
      '21 November 2025'
    ]);
  });

  it('is written in the language of the person', () => {
    in_('nl');
    expect([dayAndTime(before), date(now)]).toEqual(['vrijdag 21 november 2025 om 09:00', '20 november']);
  });

  it('is a dash where there is none', () => {
    expect([date(NaN), dayAndTime(Infinity), calendarDay('no day')]).toEqual(['–', '–', '–']);
  });
});
