import { describe, expect, it } from 'vitest';
import { addDays, dayAt, type Day } from '../../../src/lib/plan/calendar';
import type { Setting } from '../../../src/lib/plan/prescription';
import { isShut, proposalOf, type Cause } from '../../../src/lib/plan/progression';
import { NOT_ASKED, type Signs } from '../../../src/lib/plan/signs';
import type { Situation } from '../../../src/lib/plan/situation';
import {
  after,
  birth,
  courseOf,
  free,
  later,
  NONE,
  of,
  OPEN,
  PRESCRIBED_MS,
  prescribed,
  pregnant,
  session,
  setting,
  surgery,
  told
} from './courses';

describe('a step that is shut', () => {
  const shut = (to: Setting): { cause: Cause; to: Setting } => ({ cause: 'shut', to });

  it.each<[string, Setting, Situation, number, Setting | null]>([
    ['7 in week 2', setting(7), of(birth()), 10, setting(5)],
    ['7 in the first week', setting(7), of(birth()), 5, setting(5)],
    ['7 a day short of six weeks', setting(7), of(birth()), 41, setting(5)],
    ['7 from six weeks on', setting(7), of(birth()), 42, setting(6)],
    ['7 a day short of twelve weeks', setting(7), of(birth()), 83, setting(6)],
    ['6 a day short of six weeks', setting(6), of(birth()), 41, setting(5)],
    ['6 after a caesarean', setting(6), of(birth('caesarean')), 55, setting(5)],
    ['5 three days after a birth', setting(5), of(birth()), 3, null],
    ['5 two days after a birth', setting(5), of(birth()), 2, null],
    ['4 two days after a birth', free(4), of(birth()), 2, null],
    ['7 before the birth', setting(7), of(birth()), -10, null],
    ['6 without a doctor', setting(6), of(birth(), { complicated: true }), 100, null],
    ['6 on no way of birth told, six weeks', setting(6), of(birth(null)), 42, setting(5)],
    ['6 on no word on strength', setting(6), of(surgery(), { agreed: ['start', 'balance'] }), 42, setting(5)],
    ['6 on no word but the start', setting(6), of(surgery(), { agreed: ['start'] }), 42, free(4)],
    [
      '7 on no word on coordination',
      setting(7),
      of(surgery(), { agreed: ['start', 'strength'] }),
      42,
      setting(6)
    ],
    [
      '7 a day short of six weeks',
      setting(7),
      of(surgery(), { agreed: ['start', 'coordination'] }),
      41,
      free(4)
    ],
    ['6 a day short of six weeks', setting(6), of(surgery(), { agreed: ['start'] }), 41, free(4)],
    ['5 with a catheter', setting(5), of(surgery(true), { agreed: ['start'] }), 42, null],
    ['3 with bleeding', setting(3), of(pregnant, { complicated: true }), 0, null]
  ])('leaves the highest open one: %s', (_, now, situation, days, to) => {
    const course = courseOf(prescribed(now), [], { situation });
    expect(isShut(course, after(days))).toBe(true);
    expect(proposalOf(course, after(days))).toEqual(to && shut(to));
  });

  it.each<[string, Setting, Situation, number]>([
    ['7 from twelve weeks on', setting(7), of(birth()), 84],
    ['6 from six weeks on', setting(6), of(birth()), 42],
    ['6 after a caesarean', setting(6), of(birth('caesarean')), 56],
    ['5 four days after a birth', setting(5), of(birth()), 4],
    ['3 in pregnancy', setting(3), of(pregnant), 0]
  ])('is none: %s', (_, now, situation, days) => {
    const course = courseOf(prescribed(now), [], { situation });
    expect(isShut(course, after(days))).toBe(false);
    expect(proposalOf(course, after(days))).toBeNull();
  });

  it.each<[string, Signs[], boolean]>([
    ['pain', [told(['pain'])], true],
    ['pain, and nobody asked since', [NOT_ASKED, NOT_ASKED, told([], ['pain'])], true],
    ['pain, and none told since', [NONE, told(['pain'])], false],
    ['pain, none told since, nobody asked after that', [NOT_ASKED, told([]), told(['pain'])], false],
    ['pain, and again', [NOT_ASKED, told(['pain']), NONE, told(['pain'])], true],
    ['loss of urine', [told(['urine'])], false],
    ['doming', [told(['doming'])], true],
    ['heaviness, and nobody asked since', [NOT_ASKED, told([], ['heaviness'])], true],
    ['heaviness, and a check without it since', [NONE, told(['heaviness'])], false],
    ['heaviness, and pain since', [told(['pain']), told(['heaviness'])], true]
  ])('is 6 after %s: %j', (_, signs, is) => {
    // All before the setting was kept, so that the sign itself was answered.
    const sessions = signs.map((each, i) => later(-1 - i, [], each));
    const course = courseOf(prescribed(setting(6), { reason: 'kept' }), sessions);
    expect(isShut(course, OPEN)).toBe(is);
    expect(proposalOf(course, OPEN)).toEqual(is ? shut(setting(5)) : null);
  });

  it.each<[Setting, Situation, boolean]>([
    [setting(7), of(birth()), true],
    [setting(5), of(birth()), false],
    [free(4), of(birth()), false],
    [setting(3), of(pregnant), true],
    [setting(2), of(pregnant), false]
  ])('is with pain, where it asks for strength: %j, %j', (now, situation, is) => {
    const course = courseOf(prescribed(now), [later(-1, [], told(['pain']))], { situation });
    expect(isShut(course, OPEN)).toBe(is);
  });

  it('is every step after doming or heaviness twice in a row: nothing is left to propose', () => {
    const sessions = [later(-1, [], told(['doming'])), later(-2, [], told([], ['heaviness']))];
    for (const now of [free(4), setting(5), setting(6), setting(7)]) {
      const course = courseOf(prescribed(now), sessions);
      expect(isShut(course, OPEN)).toBe(true);
      expect(proposalOf(course, OPEN)).toBeNull();
    }
  });

  it('is every step on the day of doming or heaviness, and step 5 not on the next', () => {
    const today = dayAt(PRESCRIBED_MS);
    const sessions = [session(PRESCRIBED_MS - 1, [], told([], ['doming']))];
    const born = birth('vaginal', addDays(today, -140));
    const course = (now: Setting) => courseOf(prescribed(now), sessions, { situation: of(born) });
    const isShutOn = (day: Day) => [free(4), setting(5), setting(6)].map((now) => isShut(course(now), day));
    expect(isShutOn(today)).toEqual([true, true, true]);
    expect(isShutOn(addDays(today, 1))).toEqual([false, false, true]);
    expect(proposalOf(course(setting(6)), today)).toBeNull();
    expect(proposalOf(course(setting(6)), addDays(today, 1))).toEqual(shut(setting(5)));
  });
});
