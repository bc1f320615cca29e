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
const day = once((region) => new Intl.DateTimeFormat(region, { day: 'numeric', month: 'long' }));
const shortDay = once((region) => new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short' }));
const dayOfYear = once(
  (region) => new Intl.DateTimeFormat(region, { day: 'numeric', month: 'long', year: 'numeric' })
);
const moment = once(
  (region) =>
    new Intl.DateTimeFormat(region, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit'
    })
);

/** A number in the person's language; `digits` after the comma, always that many. */
export function number(value: number, digits = 0): string {
  // No "-0": a rest a hair below zero is zero.
  const rounded = Number(value.toFixed(digits)) || 0;
  return format(digits, digits).format(rounded);
}

/** A figure that may be missing: then a dash. */
export function figure(value: number | null | undefined, digits: number): string {
  return value == null ? '–' : number(value, digits);
}

/** Seconds with as many digits as they have, at most one. */
export function seconds(s: number): string {
  return format(0, 1).format(s);
}

/** Minutes and seconds, 1:05. */
export function clock(s: number): string {
  const whole = Math.max(0, Math.floor(s));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** The day of a moment in ms since 1970. */
export function date(ms: number): string {
  return day().format(ms);
}

/** The same where there is little room. */
export function shortDate(ms: number): string {
  return shortDay().format(ms);
}

/** A day of the calendar, yyyy-mm-dd, with its year. */
export function calendarDay(day: string): string {
  return dateWithYear(new Date(`${day}T12:00`).getTime());
}

/** The day of a moment in ms since 1970, with its year. */
export function dateWithYear(ms: number): string {
  return dayOfYear().format(ms);
}

/** Day and time of a moment in ms since 1970. */
export function dayAndTime(ms: number): string {
  return moment().format(ms);
}
