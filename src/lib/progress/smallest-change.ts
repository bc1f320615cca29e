import { smallestRealChange } from './real-change';

/** The smallest change of a maximum that is more than what varies from day to day, % of the first measurement. */
export interface SmallestChange {
  readonly pct: number;
  /** `own`: from the person's own repeats; `derived`: from vaginal pressure, for nobody has measured it on a seat. */
  readonly source: 'own' | 'derived';
}

/** 1.96 · √2 · 11.1 %: vaginal maxima vary by 11.1 % between days. */
export const DERIVED_CHANGE_PCT = 31;

/** @param spans maxima on one sensor, in the order of time */
export function changeOf(spans: readonly number[]): SmallestChange {
  const [first] = spans;
  const own = first === undefined ? null : smallestRealChange(spans, first / 100);
  return own === null || first === undefined
    ? { pct: DERIVED_CHANGE_PCT, source: 'derived' }
    : { pct: (100 * own) / first, source: 'own' };
}
