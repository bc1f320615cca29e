import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/lib/plan/calendar';
import type { Setting } from '../../../src/lib/plan/prescription';
import { proposalOf, type Course } from '../../../src/lib/plan/progression';
import { NOT_ASKED, type Signs } from '../../../src/lib/plan/signs';
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
  trained,
  type Changed,
  type Targeted
} from './courses';

/** What follows from three good sessions. */
function afterGood(step: Targeted, changed: Changed, today: Day, more: Partial<Course> = {}) {
  const sessions = trained(step, changed, 'ggggg', 'ggggg', 'ggggg');
  return proposalOf(courseOf(prescribed(setting(step, changed)), sessions, more), today);
}

const good = (to: Setting) => ({ cause: 'good', to });
const MORE = good(setting(6, { forcePct: 55 }));

describe('three good sessions in a row', () => {
  const propose = (...sets: readonly string[]) =>
    proposalOf(courseOf(prescribed(setting(6)), trained(6, {}, ...sets)), OPEN);

  it.each<[string, string[], boolean]>([
    ['none', [], false],
    ['two', ['ggggg', 'ggggg'], false],
    ['three', ['ggggg', 'ggggg', 'ggggg'], true],
    ['three behind one that was not', ['gfgff', 'ggggg', 'ggggg', 'ggggg'], true],
    ['not in a row', ['ggggg', 'ggggg', 'gfgfg', 'ggggg'], false],
    ['three before one that was not', ['ggggg', 'ggggg', 'ggggg', 'gfgfg'], false],
    ['of four rounds each', ['gggg', 'gggg', 'gggg'], true],
    ['one of three rounds', ['gggg', 'ggg', 'gggg'], false],
    ['four rounds before fatigue', ['ggggww', 'ggggww', 'ggggww'], true],
    ['one with three before fatigue', ['ggggww', 'gggww', 'ggggww'], false],
    ['one with three before fatigue, and more behind it', ['ggggg', 'gggwwgggggg', 'ggggg'], false],
    ['four of five good', ['ggggf', 'ggggw', 'gfggg'], true],
    ['three of four good', ['ggggg', 'gggf', 'ggggg'], false],
    ['eight of ten good', ['ggggggggff', 'gggggggwfg', 'ffgggggggg'], true],
    ['seven of nine good', ['ggggg', 'gggggggff', 'ggggg'], false],
    ['four of five good before fatigue', ['ggggfww', 'ggggg', 'ggggg'], true]
  ])('%s: %j', (_, sets, is) => {
    expect(propose(...sets)).toEqual(is ? MORE : null);
  });

  /** Of a hundred rounds so many good, or relaxed. */
  const hundred = (count: number, yes: string, no: string) => `${yes.repeat(count)}${no.repeat(100 - count)}`;
  const inSets = (rounds: string, rests: string) =>
    [0, 25, 50, 75].map((at) => setOf(rounds.slice(at, at + 25), setUpOf(6), rests.slice(at, at + 25)));

  it.each([
    [80, 100, true],
    [79, 100, false],
    [100, 80, true],
    [100, 79, false],
    [80, 80, true]
  ])('of 100 rounds in four sets %d good and %d relaxed: %j', (goods, relaxed, is) => {
    const sets = inSets(hundred(goods, 'g', 'f'), hundred(relaxed, 'r', 't'));
    const sessions = [3, 2, 1].map((n) => later(n, sets));
    expect(proposalOf(courseOf(prescribed(setting(6)), sessions), OPEN)).toEqual(is ? MORE : null);
  });

  it.each([
    ['rrrrr', true],
    ['rrrrt', true],
    ['rrrtt', false]
  ])('with rests that were %j: %j', (rests, is) => {
    const sessions = [3, 2, 1].map((n) => later(n, [setOf('ggggg', setUpOf(6), rests)]));
    expect(proposalOf(courseOf(prescribed(setting(6)), sessions), OPEN)).toEqual(is ? MORE : null);
  });

  it('look at the rests of the rounds that count', () => {
    const sessions = [3, 2, 1].map((n) => later(n, [setOf('ggggww', setUpOf(6), 'rrrrtt')]));
    expect(proposalOf(courseOf(prescribed(setting(6)), sessions), OPEN)).toEqual(MORE);
  });

  const set = setOf('ggggg', setUpOf(6));
  const strange = setOf('ggggg', setUpOf(6, { holdS: 6 }));
  it.each<[string, TrainedSession[], boolean]>([
    ['with one of another setting', [later(3, [set]), later(2, [strange]), later(1, [set])], false],
    [
      'beside one of another setting',
      [later(4, [set]), later(3, [strange]), later(2, [set]), later(1, [set])],
      true
    ],
    [
      'beside a bad one of another setting',
      [later(4, [setOf('wwwww', setUpOf(6, { forcePct: 90 }))]), ...[3, 2, 1].map((n) => later(n, [set]))],
      true
    ],
    ['with one that began with it', [later(2, [set]), later(1, [set]), later(0, [set])], true],
    ['with one from before it', [later(2, [set]), later(1, [set]), later(-1, [set])], false],
    ['beside one without a set', [later(4), ...[3, 2, 1].map((n) => later(n, [set]))], true],
    [
      'beside one whose set had no round',
      [later(4, [set]), later(3, [setOf('')]), later(2, [set]), later(1, [set])],
      true
    ],
    [
      'with one whose set had a single round',
      [later(4, [set]), later(3, [setOf('g')]), later(2, [set]), later(1, [set])],
      false
    ],
    ['with one whose set had no round', [later(3, [setOf('')]), later(2, [set]), later(1, [set])], false],
    ['after which none was told', [3, 2, 1].map((n) => later(n, [set], NONE)), true]
  ])('%s', (_, sessions, is) => {
    expect(proposalOf(courseOf(prescribed(setting(6)), sessions), OPEN)).toEqual(is ? MORE : null);
  });

  it('count anew from a no on', () => {
    const kept = prescribed(setting(6), { reason: 'kept', id: 'kept' });
    const sessions = (since: number) =>
      [4, 3, 2, 1].map((n) => ({ ...later(n, [set]), ...(n > 4 - since && { prescription: 'kept' }) }));
    expect(proposalOf(courseOf(kept, sessions(3)), OPEN)).toEqual(MORE);
    expect(proposalOf(courseOf(kept, sessions(2)), OPEN)).toBeNull();
  });

  it('count whatever the fatigue and the rounds of their sets', () => {
    const sessions = [5, 8, 10].map((rounds, i) =>
      later(3 - i, [setOf('ggggg', setUpOf(6, { rounds, fatigue: 'past' }))])
    );
    expect(proposalOf(courseOf(prescribed(setting(6)), sessions), OPEN)).toEqual(MORE);
  });
});

describe('what follows three good sessions', () => {
  it.each<[string, Targeted, Changed, number, Setting | null]>([
    ['a hold of 5 s, a day short of six weeks', 5, { holdS: 5 }, 41, setting(5, { holdS: 6 })],
    ['a hold of 5 s, six weeks', 5, { holdS: 5 }, 42, setting(6)],
    ['a hold of 4 s, six weeks', 5, { holdS: 4 }, 42, setting(5, { holdS: 5 })],
    ['a hold of 9 s, a day short of six weeks', 5, { holdS: 9 }, 41, null],
    ['the first day', 5, { forcePct: 15 }, 7, setting(5, { forcePct: 20 })],
    ['70 %, twelve weeks', 6, { forcePct: 70 }, 84, setting(7)],
    ['70 %, a day short of twelve weeks', 6, { forcePct: 70 }, 83, setting(6, { forcePct: 70, holdS: 6 })],
    ['65 %, twelve weeks', 6, { forcePct: 65 }, 84, setting(6, { forcePct: 70 })],
    ['a tangent of 20 %', 7, {}, 84, setting(7, { tangentPct: 30 })],
    ['a tangent of 80 %', 7, { tangentPct: 80 }, 84, null]
  ])('%s: step %d with %j, day %d', (_, step, changed, days, to) => {
    expect(afterGood(step, changed, after(days))).toEqual(to && good(to));
  });

  it.each<[string, Situation, Targeted, Changed, number, Setting]>([
    ['pregnancy', of(pregnant), 2, { holdS: 4 }, 0, setting(2, { holdS: 5 })],
    ['pregnancy', of(pregnant), 2, { holdS: 5 }, 0, setting(3)],
    ['pregnancy', of(pregnant), 3, { forcePct: 70 }, 0, setting(3, { forcePct: 70, holdS: 6 })],
    ['neither', of(other), 3, { forcePct: 65 }, 0, setting(3, { forcePct: 70 })],
    ['neither', of(other), 3, { forcePct: 70 }, 0, setting(7)],
    ['a caesarean', of(birth('caesarean')), 5, { holdS: 5 }, 55, setting(5, { holdS: 6 })],
    ['a caesarean', of(birth('caesarean')), 5, { holdS: 5 }, 56, setting(6)],
    [
      'an operation without the word on strength',
      of(surgery(), { agreed: ['start'] }),
      5,
      { holdS: 5 },
      100,
      setting(5, { holdS: 6 })
    ],
    [
      'an operation with it',
      of(surgery(), { agreed: ['start', 'strength'] }),
      5,
      { holdS: 5 },
      42,
      setting(6)
    ]
  ])('in %s', (_, situation, step, changed, days, to) => {
    expect(afterGood(step, changed, after(days), { situation })).toEqual(good(to));
  });

  it.each<[number | null, number]>([
    [null, 20],
    [300, 20],
    // 70 % in 3 s is 23.3 %/s.
    [100, 30],
    [70, 40]
  ])(
    'begins step 7 with the least tangent that shortens the ramp: a fastest rise of %j, %d',
    (rmaxPctPerS, least) => {
      expect(afterGood(6, { forcePct: 70 }, after(84), { rmaxPctPerS })).toEqual(
        good(setting(7, { tangentPct: least }))
      );
    }
  );

  it.each([4, 6])('asks for little in the first week: day %d', (days) => {
    expect(afterGood(5, { forcePct: 15 }, after(days))).toBeNull();
    expect(afterGood(5, { forcePct: 10 }, after(days))).toEqual(good(setting(5, { forcePct: 15 })));
  });

  const pained = session(PRESCRIBED_MS - 5, [], told(['pain']));
  it.each<[string, Signs, Setting]>([
    ['nobody asked since', NOT_ASKED, setting(5, { holdS: 6 })],
    ['it is reduced', NONE, setting(6)]
  ])('is step 6 only when pain is reduced: %s', (_, signs, to) => {
    const sessions = [
      ...[3, 2, 1].map((n) => later(n, [setOf('ggggg', setUpOf(5, { holdS: 5 }))], signs)),
      pained
    ];
    expect(proposalOf(courseOf(prescribed(setting(5, { holdS: 5 })), sessions), OPEN)).toEqual(good(to));
  });
});

describe('a free curve', () => {
  it.each<[string, Setting, Situation, number, Setting | null]>([
    ['after a birth', free(4), of(birth()), 4, setting(5, { forcePct: 15 })],
    ['after a birth', free(4), of(birth()), 7, setting(5)],
    ['after an operation', free(4), of(surgery(), { agreed: ['start'] }), 41, null],
    ['after an operation', free(4), of(surgery(), { agreed: ['start'] }), 42, setting(5)],
    ['in pregnancy', free(1), of(pregnant), 0, setting(2)]
  ])('in which the muscle was felt leads on: %s, %j, %j, day %d', (_, now, situation, days, to) => {
    const sessions = [later(1, [], NONE)];
    expect(proposalOf(courseOf(prescribed(now), sessions, { situation }), after(days))).toEqual(
      to && { cause: 'felt', to }
    );
    expect(proposalOf(courseOf(prescribed(now), [], { situation }), after(days))).toBeNull();
  });
});
