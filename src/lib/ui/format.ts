import { getLocale } from '$lib/paraglide/runtime';

/** How numbers and dates are written: with the day before the month in both languages. */
const region = () => (getLocale() === 'nl' ? 'nl-NL' : 'en-GB');

/** Made once for each language: to make one takes longer than to draw a frame may, on a slow phone. */
function once<Made>(make: (region: string, ...how: readonly number[]) => Made) {
  const made = new Map<string, Made>();
  return (...how: readonly number[]): Made => {
    const key = [region(), ...how].join(' ');
    let found = made.get(key);
    if (!found) made.set(key, (found = make(region(), ...how)));
    return found;
  };
}

const format = once(
  (region, fewest, most) =>
    new Intl.NumberFormat(region, { minimumFractionDigits: fewest, maximumFractionDigits: most })
);
/** How a day is written, its year apart. */
const DAYS = {
  day: { day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
  moment: { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
const days = Object.fromEntries(
  Object.entries(DAYS).map(([how, options]) => [
    how,
    once(
      (region, hasYear) =>
        new Intl.DateTimeFormat(region, { ...options, ...(hasYear === 1 && { year: 'numeric' }) })
    )
  ])
) as Readonly<Record<keyof typeof DAYS, (hasYear: 0 | 1) => Intl.DateTimeFormat>>;

/** A day without a year is one of this year: any other carries its own. */
function written(how: keyof typeof DAYS, ms: number, hasYear = !isThisYear(ms)): string {
  return Number.isFinite(ms) ? days[how](hasYear ? 1 : 0).format(ms) : UNKNOWN;
}

function isThisYear(ms: number): boolean {
  return new Date(ms).getFullYear() === new Date().getFullYear();
}

/** What stands for a number that is not known. */
const UNKNOWN = '–';

/** A number in the person's language; `digits` after the comma, always that many. A dash for what is no number. */
export function number(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  // No "-0": a rest a hair below zero is zero.
  const rounded = Number(value.toFixed(digits)) || 0;
  return format(digits, digits).format(rounded);
}

/** A figure that may be missing: then a dash. */
export function figure(value: number | null | undefined, digits: number): string {
  return value == null ? UNKNOWN : number(value, digits);
}

/**
 * A share in whole %, rounded down: 69.7 is not yet the 70 of a good round, and a verdict and its number must not contradict each other. What is more
 * than nothing is never 0.
 */
export function share(pct: number | null | undefined): string {
  if (pct == null || !Number.isFinite(pct)) return UNKNOWN;
  const whole = Math.floor(Math.min(100, Math.max(0, pct)) + ROUNDING);
  return whole === 0 && pct > ROUNDING ? lessThan(number(1)) : number(whole);
}

/** How far something is off, whichever way; `digits` after the comma. What is off at all is never 0. */
export function distance(value: number, digits = 0): string {
  const off = Math.abs(value);
  const least = 10 ** -digits;
  return off > ROUNDING && off < least ? lessThan(number(least, digits)) : number(off, digits);
}

/** Far less than any sensor resolves. */
const ROUNDING = 1e-6;
/** Less than that number. */
export function lessThan(least: string): string {
  // With a space that does not break.
  return `<\u00a0${least}`;
}

/** Seconds with as many digits as they have, at most one. */
export function seconds(s: number): string {
  if (!Number.isFinite(s)) return UNKNOWN;
  return format(0, 1).format(Number(s.toFixed(1)) || 0);
}

/** Minutes and seconds, 1:05. */
export function clock(s: number): string {
  if (!Number.isFinite(s)) return UNKNOWN;
  const whole = Math.max(0, Math.floor(s));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** The day of a moment in ms since 1970. */
export function date(ms: number): string {
  return written('day', ms);
}

/** The same where there is little room. */
export function shortDate(ms: number): string {
  return written('short', ms);
}

/** A day of the calendar, yyyy-mm-dd, always with its year. */
export function calendarDay(day: string): string {
  return dateWithYear(new Date(`${day}T12:00`).getTime());
}

/** The day of a moment in ms since 1970, always with its year. */
export function dateWithYear(ms: number): string {
  return written('day', ms, true);
}

/** Day and time of a moment in ms since 1970. */
export function dayAndTime(ms: number): string {
  return written('moment', ms);
}
