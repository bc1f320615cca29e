import { describe, expect, it } from 'vitest';
import type { Setting } from '../../../src/lib/plan/prescription';
import { isShut, proposalOf } from '../../../src/lib/plan/progression';
import type { Signs } from '../../../src/lib/plan/signs';
import type { Situation } from '../../../src/lib/plan/situation';
import type { TrainedSession } from '../../../src/lib/plan/trained';
import {
  after,
  birth,
  courseOf,
  later,
  NONE,
  of,
  PRESCRIBED_MS,
  prescribed,
  setting,
  surgery,
  told,
  trained,
  wordAt
} from './courses';

describe("a therapist's word", () => {
  const opened = (now: Setting) => prescribed(now, { override: wordAt(PRESCRIBED_MS) });
  const pain = told([], ['pain']);

  it.each<[string, Situation, Signs[], number, boolean]>([
    ['a date', of(birth()), [], 20, false],
    ['a date before any training', of(birth()), [], 2, false],
    ['pain', of(birth()), [pain], 100, false],
    ['a date and pain', of(birth()), [pain], 20, false],
    ["no doctor's", of(birth(), { complicated: true }), [], 100, true],
    ["no doctor's on strength", of(surgery(), { agreed: ['start'] }), [], 100, true],
    ['no catheter', of(surgery(true), { agreed: ['start', 'strength'] }), [], 100, true],
    ['a date after an operation', of(surgery(), { agreed: ['start', 'strength'] }), [], 20, false],
    ['doming', of(birth()), [told(['doming'])], 100, false],
    ['doming twice in a row', of(birth()), [told(['doming']), told(['doming'])], 100, false]
  ])('opens %s', (_, situation, signs, days, is) => {
    const sessions = signs.map((each, i) => later(-1 - i, [], each));
    const course = courseOf(opened(setting(6)), sessions, { situation, seen: { atMs: PRESCRIBED_MS } });
    expect(isShut(course, after(days))).toBe(is);
    const shut = { ...course, prescription: prescribed(setting(6)), seen: null };
    expect(isShut(shut, after(days))).toBe(true);
  });

  it.each<[string, TrainedSession[], boolean]>([
    ['before it', [later(-1, [], pain)], false],
    ['in the session of it', [later(0, [], pain)], false],
    ['after it', [later(1, [], pain)], true],
    ['after it, and nobody asked since', [later(2), later(1, [], pain)], true],
    ['after it, and none told since', [later(2, [], NONE), later(1, [], pain)], false],
    ['after it as before it', [later(1, [], pain), later(-1, [], pain)], true],
    ['before it, as heaviness', [later(-1, [], told(['heaviness']))], false],
    ['after it, as heaviness', [later(1, [], told(['heaviness']))], true],
    [
      'after it, as heaviness, and a check without it since',
      [later(2, [], NONE), later(1, [], told(['heaviness']))],
      false
    ],
    [
      'before and after it, as doming',
      [later(1, [], told(['doming'])), later(-1, [], told(['doming']))],
      true
    ]
  ])('is shut again by pain or a strain that comes %s', (_, sessions, is) => {
    for (const days of [20, 100]) {
      expect(isShut(courseOf(opened(setting(6)), sessions), after(days))).toBe(is);
    }
  });

  it('lets the set go on as it is, and rise', () => {
    const sessions = trained(6, {}, 'ggggg', 'ggggg', 'ggggg');
    expect(proposalOf(courseOf(opened(setting(6))), after(20))).toBeNull();
    expect(proposalOf(courseOf(opened(setting(6)), sessions), after(20))).toEqual({
      cause: 'good',
      to: setting(6, { forcePct: 55 })
    });
  });
});
