import { getLocale } from '$lib/paraglide/runtime';

/** How numbers and dates are written: with the day before the month in both languages. */
const region = () => (getLocale() === 'nl' ? 'nl-NL' : 'en-GB');

const formats = new Map<string, Intl.NumberFormat>();

/** Made once for each language and number of digits: to make one takes longer than to draw a frame may, on a slow phone. */
function format(fewest: number, most: number): Intl.NumberFormat {
  const key = `${region()} ${fewest} ${most}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(region(), { minimumFractionDigits: fewest, maximumFractionDigits: most });
    formats.set(key, found);
  }
  return found;
}

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
  return new Intl.DateTimeFormat(region(), { day: 'numeric', month: 'long' }).format(ms);
}

/** A day of the calendar, yyyy-mm-dd, with its year. */
export function calendarDay(day: string): string {
  const at = new Date(`${day}T12:00`);
  return new Intl.DateTimeFormat(region(), { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** Day and time of a moment in ms since 1970. */
export function dayAndTime(ms: number): string {
  return new Intl.DateTimeFormat(region(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit'
  }).format(ms);
}
