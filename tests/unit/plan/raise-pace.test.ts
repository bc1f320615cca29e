import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/lib/plan/calendar';
import { proposalOf } from '../../../src/lib/plan/progression';
import type { Situation } from '../../../src/lib/plan/situation';
import type { Scale } from '../../../src/lib/signal/calibration/reference';
import {
  after,
  birth,
  courseOf,
  later,
  of,
  other,
  pregnant,
  prescribed,
  setOf,
  setting,
  setUpOf,
  trained,
  type Changed,
  type Targeted
} from './courses';

const TODAY = after(140);

describe('at most one raise a week', () => {
  const propose = (step: Targeted, changed: Changed, raisedOn: Day | null, situation: Situation) =>
    proposalOf(
      courseOf(prescribed(setting(step, changed)), trained(step, changed, 'ggggg', 'ggggg', 'ggggg'), {
        situation,
        raisedOn
      }),
      TODAY
    );

  it.each<[Targeted, Changed, Situation, Changed]>([
    [3, {}, of(pregnant), { holdS: 6 }],
    [3, { holdS: 9 }, of(pregnant), { holdS: 9, forcePct: 55 }],
    [3, {}, of(other), { holdS: 6 }],
    [6, {}, of(birth()), { forcePct: 55 }],
    [6, { forcePct: 70 }, of(birth('vaginal', after(60))), { forcePct: 70, holdS: 6 }],
    [7, {}, of(birth()), { tangentPct: 30 }]
  ])('asks for more strength: step %d with %j', (step, now, situation, more) => {
    const to = { cause: 'good', to: setting(step, more) };
    expect(propose(step, now, null, situation)).toEqual(to);
    expect(propose(step, now, after(133), situation)).toEqual(to);
    expect(propose(step, now, after(100), situation)).toEqual(to);
    expect(propose(step, now, after(134), situation)).toBeNull();
    expect(propose(step, now, TODAY, situation)).toBeNull();
  });

  it('leads from step 6 to step 7', () => {
    expect(propose(6, { forcePct: 70 }, after(134), of(birth()))).toBeNull();
    expect(propose(6, { forcePct: 70 }, after(133), of(birth()))?.to).toEqual(setting(7));
  });

  it.each<[Targeted, Changed, Situation, Changed]>([
    [2, {}, of(pregnant), { holdS: 3 }],
    [5, { holdS: 1 }, of(birth()), { holdS: 2 }],
    [5, { holdS: 9 }, of(birth('caesarean', after(100))), { holdS: 9, forcePct: 20 }]
  ])('is no rule of step %d, which asks for no strength: %j', (step, now, situation, more) => {
    expect(propose(step, now, TODAY, situation)).toEqual({ cause: 'good', to: setting(step, more) });
  });

  it('does not delay a step back', () => {
    const course = courseOf(prescribed(setting(6, { forcePct: 60 })), trained(6, { forcePct: 60 }, 'gwwf'), {
      raisedOn: TODAY
    });
    expect(proposalOf(course, TODAY)).toEqual({ cause: 'hard', to: setting(6, { forcePct: 55 }) });
  });
});

describe('step 5, raised again and again', () => {
  it('holds ever longer, up to 9 s, and asks for more force only then, up to 30 %', () => {
    const seen: [number, number][] = [];
    let now: Changed = {};
    // More raises than there are.
    for (let i = 0; i < 20; i++) {
      const course = courseOf(prescribed(setting(5, now)), trained(5, now, 'ggggg', 'ggggg', 'ggggg'));
      const to = proposalOf(course, after(41))?.to;
      if (!to?.setUp) break;
      const { forcePct, pattern } = to.setUp;
      seen.push([forcePct, pattern.holdMs / 1000]);
      now = { forcePct, holdS: pattern.holdMs / 1000 };
    }
    expect(seen).toEqual([
      [15, 2],
      [15, 3],
      [15, 4],
      [15, 5],
      [15, 6],
      [15, 7],
      [15, 8],
      [15, 9],
      [20, 9],
      [25, 9],
      [30, 9]
    ]);
  });
});

describe('step 7', () => {
  const full = { forcePct: 70 };
  const sets = (scale: Scale) =>
    [3, 2, 1].map((n) => later(n, [setOf('ggggg', setUpOf(6, full), 'rrrrr', scale)]));
  const propose = (sessions: ReturnType<typeof sets>) =>
    proposalOf(courseOf(prescribed(setting(6, full)), sessions), TODAY);
  const longer = { cause: 'good', to: setting(6, { forcePct: 70, holdS: 6 }) };
  const opened = { cause: 'good', to: setting(7) };

  it('opens on a maximum', () => {
    expect(propose(sets('mvc'))).toEqual(opened);
  });

  it('never opens on a comfortable squeeze', () => {
    expect(propose(sets('ref'))).toEqual(longer);
    expect(
      proposalOf(
        courseOf(
          prescribed(setting(3, { ...full, holdS: 9 })),
          [3, 2, 1].map((n) => later(n, [setOf('ggggg', setUpOf(3, { ...full, holdS: 9 }), 'rrrrr', 'ref')])),
          { situation: of(other) }
        ),
        TODAY
      )
    ).toBeNull();
  });

  it('looks at what was 100 % last', () => {
    const [a, b, c] = sets('ref');
    const [x, y, z] = sets('mvc');
    if (!a || !b || !c || !x || !y || !z) throw new Error('There are three of each.');
    expect(propose([x, b, c])).toEqual(opened);
    expect(propose([a, y, z])).toEqual(longer);
    // A session without a round has no scale.
    expect(propose([later(4, [setOf('')]), x, b, c])).toEqual(opened);
    const both = later(4, [...a.sets, ...x.sets]);
    expect(propose([both, b, c])).toEqual(opened);
  });
});
