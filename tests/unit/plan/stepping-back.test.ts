import { describe, expect, it } from 'vitest';
import type { Setting } from '../../../src/lib/plan/prescription';
import { isShut, proposalOf, type Cause } from '../../../src/lib/plan/progression';
import { NOT_ASKED, SIGNS, type Signs } from '../../../src/lib/plan/signs';
import type { Situation } from '../../../src/lib/plan/situation';
import type { TrainedSession } from '../../../src/lib/plan/trained';
import {
  after,
  birth,
  courseOf,
  free,
  later,
  NONE,
  of,
  OPEN,
  other,
  PRESCRIBED_MS,
  prescribed,
  pregnant,
  session,
  setOf,
  setting,
  setUpOf,
  surgery,
  told,
  trained
} from './courses';

const MORE = { cause: 'good', to: setting(6, { forcePct: 55 }) };

describe('a session that was too hard', () => {
  const BACK = { cause: 'hard', to: setting(6, { forcePct: 55 }) };
  const now = { forcePct: 60 };
  const propose = (...sets: readonly string[]) =>
    proposalOf(courseOf(prescribed(setting(6, now)), trained(6, now, ...sets)), OPEN);

  it.each<[string, string, boolean]>([
    ['half of four good', 'ggff', false],
    ['one of four good', 'gfff', true],
    ['half of ten good', 'gggggfffff', false],
    ['four of ten good', 'ggggffffff', true],
    ['one of three good', 'gff', true],
    ['two of three good', 'ggf', false],
    ['none of two good', 'ff', false],
    ['half of those good before fatigue', 'gfgfww', false],
    ['fewer than half of those good before fatigue', 'gffww', true],
    ['good ones behind fatigue', 'gffwwgggg', true],
    ['fatigue in the first round', 'ww', true],
    ['fatigue in the first round, and good ones behind it', 'wwggggg', true],
    ['fatigue in the second round', 'gww', false]
  ])('%s: %j', (_, rounds, is) => {
    expect(propose(rounds)).toEqual(is ? BACK : null);
  });

  it('is the newest of that setting', () => {
    expect(propose('gfff', 'ggff')).toBeNull();
    expect(propose('ggff', 'gfff')).toEqual(BACK);
    expect(propose('ggggg', 'ggggg', 'ggggg', 'gfff')).toEqual(BACK);
    const [hard] = trained(6, now, 'gfff');
    const beside = later(5, [setOf('ggggg', setUpOf(6))]);
    const sessions = hard ? [beside, hard] : [];
    expect(proposalOf(courseOf(prescribed(setting(6, now)), sessions), OPEN)).toEqual(BACK);
  });

  it('counts the rounds of all its sets', () => {
    const both = ['gg', 'fff'].map((rounds) => setOf(rounds, setUpOf(6, now)));
    expect(proposalOf(courseOf(prescribed(setting(6, now)), [later(1, both)]), OPEN)).toEqual(BACK);
    const tired = ['gggg', 'ww'].map((rounds) => setOf(rounds, setUpOf(6, now)));
    expect(proposalOf(courseOf(prescribed(setting(6, now)), [later(1, tired)]), OPEN)).toEqual(BACK);
  });

  it('is judged by what was measured', () => {
    // Two good of four that were measured are half; two good of five would be less.
    const sets = [setOf('gg-ff', setUpOf(6, now))];
    expect(proposalOf(courseOf(prescribed(setting(6, now)), [later(1, sets)]), OPEN)).toBeNull();
  });

  it('before the setting was prescribed is past', () => {
    const sessions = [session(PRESCRIBED_MS - 1, [setOf('gfff', setUpOf(6, now))])];
    expect(proposalOf(courseOf(prescribed(setting(6, now)), sessions), OPEN)).toBeNull();
  });
});

describe('a session without letting go', () => {
  const propose = (rounds: string, rests: string, restS = 4) => {
    const sets = [setOf(rounds, setUpOf(6, { restS }), rests)];
    return proposalOf(courseOf(prescribed(setting(6, { restS })), [later(1, sets)]), OPEN);
  };

  it.each<[string, string, string, boolean]>([
    ['half of four', 'gggg', 'rrtt', false],
    ['three of four', 'gggg', 'rttt', true],
    ['two of three', 'ggg', 'rtt', true],
    ['two of two', 'gg', 'tt', false],
    ['behind fatigue too', 'ggww', 'rttt', true],
    ['half that is known', 'gggg', 'tt--', false],
    ['more than half', 'gggg', 'ttt-', true]
  ])('rests longer: %s of %j with rests %j', (_, rounds, rests, is) => {
    expect(propose(rounds, rests)).toEqual(is ? { cause: 'tense', to: setting(6, { restS: 6 }) } : null);
  });

  it('rests no longer than 20 s', () => {
    expect(propose('gggg', 'rttt', 19)).toEqual({ cause: 'tense', to: setting(6, { restS: 20 }) });
    expect(propose('gggg', 'rttt', 20)).toBeNull();
  });

  it('that was too hard is made easier first', () => {
    expect(propose('gfff', 'rttt')).toEqual({ cause: 'hard', to: setting(5, { holdS: 5 }) });
  });
});

describe('a sign', () => {
  it.each(SIGNS.flatMap((sign) => [[sign, told([sign])] as const, [sign, told([], [sign])] as const]))(
    '%s, answered as %j, goes back',
    (_, signs) => {
      const course = courseOf(prescribed(setting(6)), [later(1, [setOf('ggggg')], signs)]);
      expect(proposalOf(course, OPEN)).toEqual({ cause: 'sign', to: setting(5) });
    }
  );

  it.each<[Setting, Situation, Setting]>([
    [setting(7, { tangentPct: 60 }), of(birth()), setting(5)],
    [setting(6, { forcePct: 70, holdS: 9 }), of(birth()), setting(5)],
    [setting(5, { holdS: 4 }), of(birth()), setting(5, { holdS: 3 })],
    [setting(5), of(birth()), setting(5, { forcePct: 25 })],
    [setting(5, { forcePct: 10 }), of(birth()), free(4)],
    [free(4), of(birth()), free(4)],
    [setting(7), of(surgery(), { agreed: ['start', 'strength'] }), setting(5)],
    [setting(3, { forcePct: 70 }), of(pregnant), setting(2)],
    [setting(2), of(pregnant), setting(2, { holdS: 1 })],
    [setting(2, { holdS: 1 }), of(pregnant), free(1)],
    [free(1), of(pregnant), free(1)],
    [setting(7), of(other), setting(2)],
    [setting(3), of(other), setting(2)],
    [setting(2), of(other), setting(2, { holdS: 1 })]
  ])('with %j: %j', (now, situation, to) => {
    const course = courseOf(prescribed(now), [later(1, [], told(['pain']))], { situation });
    expect(proposalOf(course, OPEN)).toEqual({ cause: 'sign', to });
  });

  it('matters in the newest session, from when the setting was prescribed', () => {
    const propose = (...sessions: TrainedSession[]) =>
      proposalOf(courseOf(prescribed(setting(5)), sessions), OPEN);
    const pained = told([], ['urine']);
    expect(propose(later(0, [], pained))?.cause).toBe('sign');
    expect(propose(later(-1, [], pained))).toBeNull();
    expect(propose(later(2, [], NONE), later(1, [], pained))).toBeNull();
  });

  it('comes before all that went well or badly', () => {
    const sets = (rounds: string) => [setOf(rounds, setUpOf(6))];
    const [newest, ...rest] = trained(6, {}, 'ggggg', 'ggggg', 'ggggg');
    const good = newest ? [{ ...newest, signs: told([], ['doming']) }, ...rest] : [];
    for (const sessions of [good, [later(1, sets('gfff'), told(['heaviness']))]]) {
      expect(proposalOf(courseOf(prescribed(setting(6)), sessions), OPEN)?.cause).toBe('sign');
    }
  });
});

describe('a step that is shut', () => {
  const shut = (to: Setting): { cause: Cause; to: Setting } => ({ cause: 'shut', to });

  it.each<[string, Setting, Situation, number, Setting | null]>([
    ['7 in week 2', setting(7), of(birth()), 10, setting(5)],
    ['7 in the first week', setting(7), of(birth()), 5, setting(5, { forcePct: 15 })],
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
    ['6 on no word on strength', setting(6), of(surgery(), { agreed: ['start'] }), 42, setting(5)],
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
    ['another sign', [told(['urine'])], false]
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
});

describe("a therapist's word", () => {
  const opened = (now: Setting) =>
    prescribed(now, { override: { therapist: 'T.', reason: 'Strong enough.', atMs: PRESCRIBED_MS } });
  const pain = told([], ['pain']);

  it.each<[string, Situation, Signs[], number, boolean]>([
    ['a date', of(birth()), [], 20, false],
    ['a date before any training', of(birth()), [], 2, false],
    ['pain', of(birth()), [pain], 100, false],
    ['a date and pain', of(birth()), [pain], 20, false],
    ["no doctor's", of(birth(), { complicated: true }), [], 100, true],
    ["no doctor's on strength", of(surgery(), { agreed: ['start'] }), [], 100, true],
    ['no catheter', of(surgery(true), { agreed: ['start', 'strength'] }), [], 100, true],
    ['a date after an operation', of(surgery(), { agreed: ['start', 'strength'] }), [], 20, false]
  ])('opens %s', (_, situation, signs, days, is) => {
    const sessions = signs.map((each, i) => later(-1 - i, [], each));
    const course = courseOf(opened(setting(6)), sessions, { situation });
    expect(isShut(course, after(days))).toBe(is);
    expect(isShut({ ...course, prescription: prescribed(setting(6)) }, after(days))).toBe(true);
  });

  it.each<[string, TrainedSession[], boolean]>([
    ['before it', [later(-1, [], pain)], false],
    ['in the session of it', [later(0, [], pain)], false],
    ['after it', [later(1, [], pain)], true],
    ['after it, and nobody asked since', [later(2), later(1, [], pain)], true],
    ['after it, and none told since', [later(2, [], NONE), later(1, [], pain)], false],
    ['after it as before it', [later(1, [], pain), later(-1, [], pain)], true]
  ])('is shut again by pain that comes %s', (_, sessions, is) => {
    for (const days of [20, 100]) {
      expect(isShut(courseOf(opened(setting(6)), sessions), after(days))).toBe(is);
    }
  });

  it('lets the set go on as it is, and rise', () => {
    const sessions = trained(6, {}, 'ggggg', 'ggggg', 'ggggg');
    expect(proposalOf(courseOf(opened(setting(6))), after(20))).toBeNull();
    expect(proposalOf(courseOf(opened(setting(6)), sessions), after(20))).toEqual(MORE);
  });
});
