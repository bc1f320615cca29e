/** What was measured, once. */
export interface Point {
  /** Since 1970. */
  readonly atMs: number;
  readonly value: number;
}

/** A figure over weeks, and whether anything changed. */
export interface Trend {
  /** Oldest first. */
  readonly points: readonly Point[];
  /** The smallest difference between two points that is more than what varies from one time to the next; null while that cannot be told. */
  readonly smallestRealChange: number | null;
  /** The newest minus the first; 0 of fewer than two. */
  readonly change: number;
  /** Nothing within the smallest real change is called one; `few`: too few points to tell. */
  readonly verdict: 'few' | 'same' | 'more' | 'less';
}

/** @param points oldest first */
export function trendOf(points: readonly Point[], smallestRealChange: number | null): Trend {
  const [first, newest] = [points[0], points.at(-1)];
  const change = first && newest ? newest.value - first.value : 0;
  return {
    points,
    smallestRealChange,
    change,
    verdict: verdictOf(points.length, change, smallestRealChange)
  };
}

function verdictOf(count: number, change: number, smallestRealChange: number | null): Trend['verdict'] {
  if (count < 2 || smallestRealChange === null) return 'few';
  if (Math.abs(change) <= smallestRealChange) return 'same';
  return change > 0 ? 'more' : 'less';
}
