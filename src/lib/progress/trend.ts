import { median } from '../signal/median';

/** What was measured, once. */
export interface Point {
  /** Since 1970. */
  readonly atMs: number;
  readonly value: number;
}

/** The smallest real change on either side of where it began: so much varies from one time to the next anyway. */
export interface Band {
  readonly around: number;
  readonly smallestRealChange: number;
}

/** A figure over weeks, and whether anything changed. */
export interface Trend {
  /** Oldest first. */
  readonly points: readonly Point[];
  /** Null while it cannot be told. */
  readonly band: Band | null;
  /** How far it has come from where it began; 0 of fewer than two points. */
  readonly change: number;
  /** Nothing within the band is called a change; `few`: too few points to tell. */
  readonly verdict: 'few' | 'same' | 'more' | 'less';
}

/** *Decision*: where there are enough points, the middle one of three stands for either end: one odd day says nothing about weeks. */
const AT_AN_END = 3;

/** @param points oldest first */
export function trendOf(points: readonly Point[], smallestRealChange: number | null): Trend {
  const values = points.map(({ value }) => value);
  const count = values.length >= 2 * AT_AN_END ? AT_AN_END : 1;
  const around = median(values.slice(0, count));
  const band = around === null || smallestRealChange === null ? null : { around, smallestRealChange };
  const change = (median(values.slice(-count)) ?? 0) - (around ?? 0);
  return { points, band, change, verdict: verdictOf(points.length, change, band) };
}

function verdictOf(count: number, change: number, band: Band | null): Trend['verdict'] {
  if (count < 2 || !band) return 'few';
  if (Math.abs(change) <= band.smallestRealChange) return 'same';
  return change > 0 ? 'more' : 'less';
}
