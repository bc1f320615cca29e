import type { DecimalMark } from './number';

/** A time of day, and the day where the cell has a date whose order is certain. */
export interface ClockTime {
  /** Whole seconds since midnight, since the hour, or since 1970 where there is a date. */
  readonly s: number;
  /** Apart from them, for a double has no room for both. */
  readonly fractionS: number;
  /** After so many seconds the clock begins anew; Infinity where there is a date. */
  readonly turnS: number;
  /** What parts the fraction of a second; null without one. */
  readonly mark: DecimalMark | null;
}

const HOUR_S = 3600;
const DAY_S = 86_400;
/** ISO 8601 without hyphens and colons. */
const BASIC = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/i;
const DATE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+|$)/;
/** Day and month in an order of the country's own: only the time of day is read. */
const OTHER_DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ,]+/;
/** A colon before the fraction is read where three digits follow: two would be the frames of a film. */
const CLOCK =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:([.,])(\d+)|:(\d{3}))?|([.,])(\d+))\s*(?:([ap])\.?m\.?)?\s*(z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** 12:00:01.25, 00:01.25 (minutes and seconds), and ISO 8601; null for all else. */
export function parseClock(cell: string): ClockTime | null {
  const text = cell.trim().replace(BASIC, '$1-$2-$3T$4:$5:$6');
  if (!text.includes(':')) return null;
  const dateS = dayS(text);
  const clock = CLOCK.exec(text.replace(dateS === null ? OTHER_DATE : DATE, ''));
  if (!clock) return null;
  const [
    ,
    first = '',
    second = '',
    third,
    mark,
    fraction,
    thousandths,
    shortMark,
    shortFraction,
    half,
    zone
  ] = clock;
  const [hours, minutes, seconds] =
    third === undefined
      ? [0, Number(first), Number(second)]
      : [hoursOf(Number(first), half), Number(second), Number(third)];
  if (hours > 23 || (third !== undefined && minutes > 59) || seconds > 60) return null;
  return {
    s: (dateS ?? 0) + hours * HOUR_S + minutes * 60 + seconds - zoneS(zone),
    fractionS: Number(`0.${fraction ?? thousandths ?? shortFraction ?? 0}`),
    turnS: dateS !== null ? Infinity : third === undefined ? HOUR_S : DAY_S,
    mark: (mark ?? shortMark ?? null) as DecimalMark | null
  };
}

/** Midnight of the day that the text begins with, s since 1970; null if it begins with none. */
function dayS(text: string): number | null {
  const [, year = 0, month = 0, day = 0] = (DATE.exec(text) ?? []).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return Date.UTC(year, month - 1, day) / 1000;
}

function hoursOf(hours: number, half: string | undefined): number {
  if (half === undefined) return hours;
  return (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function zoneS(zone: string | undefined): number {
  if (zone === undefined || zone.toLowerCase() === 'z') return 0;
  const [, sign, hours, minutes = 0] = /([+-])(\d{2}):?(\d{2})?/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_S + Number(minutes) * 60);
}
