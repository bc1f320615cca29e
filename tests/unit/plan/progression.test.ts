import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/lib/plan/calendar';
import type { Setting } from '../../../src/lib/plan/prescription';
import { proposalOf, type Course } from '../../../src/lib/plan/progression';
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

describe('what follows three good sessions', () => {
  it.each<[string, Targeted, Changed, number, Setting | null]>([
    ['a hold of 5 s, a day short of six weeks', 5, { holdS: 5 }, 41, setting(5, { holdS: 6 })],
    ['a hold of 5 s, six weeks', 5, { holdS: 5 }, 42, setting(6)],
    ['a hold of 4 s, six weeks', 5, { holdS: 4 }, 42, setting(5, { holdS: 5 })],
    ['a hold of 9 s, a day short of six weeks', 5, { holdS: 9 }, 41, setting(5, { holdS: 9, forcePct: 20 })],
    ['30 % and 9 s, a day short of six weeks', 5, { holdS: 9, forcePct: 30 }, 41, null],
    ['30 % and 9 s, six weeks', 5, { holdS: 9, forcePct: 30 }, 42, setting(6)],
    ['a hold of 1 s, the second week', 5, {}, 7, setting(5, { holdS: 2 })],
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
    ['neither', of(other), 3, { forcePct: 65 }, 0, setting(3, { forcePct: 65, holdS: 6 })],
    ['neither', of(other), 3, { forcePct: 65, holdS: 9 }, 0, setting(3, { forcePct: 70, holdS: 9 })],
    ['neither', of(other), 3, { forcePct: 70 }, 0, setting(7)],
    ['a caesarean', of(birth('caesarean')), 5, { holdS: 5 }, 55, setting(5, { holdS: 6 })],
    ['a caesarean', of(birth('caesarean')), 5, { holdS: 5 }, 56, setting(6)],
    [
      'an operation without the word on strength',
      of(surgery(), { agreed: ['start', 'balance'] }),
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

  it.each([4, 6])('asks for little in the first week, however long the hold: day %d', (days) => {
    expect(afterGood(5, { forcePct: 15 }, after(days))).toEqual(good(setting(5, { holdS: 2 })));
    expect(afterGood(5, { forcePct: 10, holdS: 9 }, after(days))).toEqual(
      good(setting(5, { forcePct: 15, holdS: 9 }))
    );
    expect(afterGood(5, { forcePct: 15, holdS: 9 }, after(days))).toBeNull();
  });

  it('asks for more from the second week on, once the hold has grown', () => {
    expect(afterGood(5, { forcePct: 15, holdS: 9 }, after(7))).toEqual(
      good(setting(5, { forcePct: 20, holdS: 9 }))
    );
  });

  const inPain = session(PRESCRIBED_MS - 5, [], told(['pain']));
  it.each<[string, Signs, Setting]>([
    ['nobody asked since', NOT_ASKED, setting(5, { holdS: 6 })],
    ['it is reduced', NONE, setting(6)]
  ])('is step 6 only when pain is reduced: %s', (_, signs, to) => {
    const sessions = [
      ...[3, 2, 1].map((n) => later(n, [setOf('ggggg', setUpOf(5, { holdS: 5 }))], signs)),
      inPain
    ];
    expect(proposalOf(courseOf(prescribed(setting(5, { holdS: 5 })), sessions), OPEN)).toEqual(good(to));
  });
});

describe('a free curve', () => {
  it.each<[string, Setting, Situation, number, Setting | null]>([
    ['after a birth', free(4), of(birth()), 4, setting(5)],
    ['after a birth', free(4), of(birth()), 7, setting(5)],
    ['after an operation', free(4), of(surgery(), { agreed: ['start'] }), 41, null],
    ['after an operation', free(4), of(surgery(), { agreed: ['start'] }), 42, null],
    ['after an operation', free(4), of(surgery(), { agreed: ['start', 'balance'] }), 41, null],
    ['after an operation', free(4), of(surgery(), { agreed: ['start', 'balance'] }), 42, setting(5)],
    ['in pregnancy', free(1), of(pregnant), 0, setting(2)]
  ])('in which the muscle was felt leads on: %s, %j, %j, day %d', (_, now, situation, days, to) => {
    const sessions = [later(1, [], NONE)];
    expect(proposalOf(courseOf(prescribed(now), sessions, { situation }), after(days))).toEqual(
      to && { cause: 'felt', to }
    );
    expect(proposalOf(courseOf(prescribed(now), [], { situation }), after(days))).toBeNull();
  });
});
