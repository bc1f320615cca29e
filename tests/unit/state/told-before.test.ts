import { describe, expect, it } from 'vitest';
import { dayAt } from '../../../src/lib/plan/calendar';
import type { Signs } from '../../../src/lib/plan/signs';
import { wasStrainTold } from '../../../src/lib/state/told-before';
import { session, told } from '../plan/courses';

const NOW_MS = Date.parse('2026-03-14T12:00:00Z');
const DAY_MS = 86_400_000;

/** Of sessions a day apart, newest first: the one under way is the first, and is stored as it goes on. */
function isRepeated(underWay: string | null, ...signs: Signs[]): boolean {
  const sessions = signs.map((each, i) => ({ ...session(NOW_MS - i * DAY_MS, [], each), id: `${i}` }));
  return wasStrainTold({ sessions, prescriptions: [] }, underWay, dayAt(NOW_MS), NOW_MS);
}

describe('heaviness told in the session under way', () => {
  it('is not told a second time because that session goes on', () => {
    expect(isRepeated('0', told(['heaviness']))).toBe(false);
    expect(isRepeated('0', told(['heaviness']), told([]))).toBe(false);
  });

  it('is told a second time where the answers before it named it', () => {
    expect(isRepeated('0', told(['heaviness']), told([], ['doming']))).toBe(true);
    expect(isRepeated('0', told(['heaviness']), told(null), told(['heaviness']))).toBe(true);
  });

  it('is held against the newest answers, where it is not stored yet', () => {
    expect(isRepeated('new', told(['heaviness']), told([]))).toBe(true);
    expect(isRepeated(null, told([]), told(['heaviness']))).toBe(false);
  });
});
