import { describe, expect, it } from 'vitest';
import { beginningOf, firstStep, isComplete, raised } from '../../../src/lib/plan/ladder';
import type { Setting } from '../../../src/lib/plan/prescription';
import type { Situation } from '../../../src/lib/plan/situation';
import type { Step } from '../../../src/lib/plan/steps';
import {
  after,
  birth,
  free,
  of,
  other,
  pregnant,
  setting,
  surgery,
  type Changed,
  type Targeted
} from './courses';

describe('the beginning of a step', () => {
  it.each<[Step, Setting]>([
    [1, free(1)],
    [2, setting(2, { rounds: 10, forcePct: 40, holdS: 2 })],
    [3, setting(3, { rounds: 10, forcePct: 50, holdS: 5 })],
    [4, free(4)],
    [5, setting(5, { rounds: 10, forcePct: 15, holdS: 1 })],
    [6, setting(6, { rounds: 10, forcePct: 50, holdS: 5 })],
    [7, setting(7, { rounds: 5, forcePct: 70, tangentPct: 20 })]
  ])('%d', (step, begin) => {
    expect(beginningOf(step)).toEqual(begin);
    expect(beginningOf(step, null)).toEqual(begin);
  });

  it.each<[number, number]>([
    // 70 % in 3 s is 23.3 %/s: of 300 %/s 7.8 %, of 100 %/s 23.3 %, of 70 %/s 33.3 %.
    [300, 20],
    [100, 30],
    [70, 40],
    // So slow that even 80 % is longer than the pattern's rise.
    [25, 80]
  ])('7 asks for a real tangent: a fastest rise of %d, %d %%', (rmax, tangentPct) => {
    expect(beginningOf(7, rmax)).toEqual(setting(7, { tangentPct }));
  });

  it('asks nobody for speed but in step 7', () => {
    for (const step of [2, 3, 5, 6] as const) expect(beginningOf(step, 10)).toEqual(setting(step));
  });
});

describe('the first step', () => {
  it.each<[string, Situation, number, Step]>([
    ['in pregnancy', of(pregnant), 0, 2],
    ['in pregnancy with bleeding', of(pregnant, { complicated: true }), 0, 1],
    ['three days after a birth', of(birth()), 3, 4],
    ['four days after a birth', of(birth()), 4, 5],
    ['a day short of six weeks after an operation', of(surgery(), { agreed: ['start'] }), 41, 4],
    ['six weeks after an operation', of(surgery(), { agreed: ['start'] }), 42, 4],
    [
      'six weeks after an operation, with the word on balance',
      of(surgery(), { agreed: ['start', 'balance'] }),
      42,
      5
    ],
    ['the day before, with it', of(surgery(), { agreed: ['start', 'balance'] }), 41, 4],
    ['in pain that she trains because of', of(pregnant, { complaints: ['pain'] }), 0, 2],
    ['otherwise', of(other), 0, 2]
  ])('%s', (_, situation, days, step) => {
    expect(firstStep(situation, after(days))).toBe(step);
  });
});

describe('a little more', () => {
  it.each<[Targeted, Changed, Changed | null]>([
    [2, { holdS: 1 }, { holdS: 2 }],
    [2, { holdS: 2 }, { holdS: 3 }],
    [2, { holdS: 4 }, { holdS: 5 }],
    [2, { holdS: 5 }, null],
    // First longer, then stronger.
    [3, { forcePct: 50, holdS: 5 }, { forcePct: 50, holdS: 6 }],
    [3, { forcePct: 50, holdS: 8 }, { forcePct: 50, holdS: 9 }],
    [3, { forcePct: 50, holdS: 9 }, { forcePct: 55, holdS: 9 }],
    [3, { forcePct: 65, holdS: 9 }, { forcePct: 70, holdS: 9 }],
    [3, { forcePct: 70, holdS: 8 }, { forcePct: 70, holdS: 9 }],
    [3, { forcePct: 70, holdS: 9 }, null],
    // Ever longer, up to 9 s; force only then, up to 30 %.
    [5, { forcePct: 10, holdS: 1 }, { forcePct: 10, holdS: 2 }],
    [5, { forcePct: 15, holdS: 1 }, { forcePct: 15, holdS: 2 }],
    [5, { forcePct: 15, holdS: 8 }, { forcePct: 15, holdS: 9 }],
    [5, { forcePct: 15, holdS: 8.5 }, { forcePct: 15, holdS: 9 }],
    [5, { forcePct: 15, holdS: 9 }, { forcePct: 20, holdS: 9 }],
    [5, { forcePct: 25, holdS: 9 }, { forcePct: 30, holdS: 9 }],
    [5, { forcePct: 30, holdS: 1 }, { forcePct: 30, holdS: 2 }],
    [5, { forcePct: 30, holdS: 9 }, null],
    // Stronger first, as the source lists it.
    [6, { forcePct: 50 }, { forcePct: 55 }],
    [6, { forcePct: 55 }, { forcePct: 60 }],
    [6, { forcePct: 60 }, { forcePct: 65 }],
    [6, { forcePct: 65 }, { forcePct: 70 }],
    [6, { forcePct: 70, holdS: 5 }, { forcePct: 70, holdS: 6 }],
    [6, { forcePct: 70, holdS: 9 }, null],
    // What was set by hand ends where the steps end.
    [6, { forcePct: 68 }, { forcePct: 70 }],
    [6, { forcePct: 70, holdS: 8.5 }, { forcePct: 70, holdS: 9 }],
    [7, { tangentPct: 20 }, { tangentPct: 30 }],
    [7, { tangentPct: 70 }, { tangentPct: 80 }],
    [7, { tangentPct: 80 }, null]
  ])('of step %d with %j is %j', (step, now, more) => {
    expect(raised(setting(step, now), null)).toEqual(more && setting(step, more));
  });

  it.each<[number, number, number]>([
    // 70 % in 3 s is 23.3 %/s: of 100 %/s 23.3 %, of 70 %/s 33.3 %, of 300 %/s 7.8 %.
    [100, 20, 30],
    [70, 20, 40],
    [70, 30, 40],
    [70, 40, 50],
    [300, 20, 30],
    [70, 75, 80]
  ])('of a tangent, with a fastest rise of %d, skips what changes nothing: %d to %d', (rmax, now, more) => {
    expect(raised(setting(7, { tangentPct: now }), rmax)).toEqual(setting(7, { tangentPct: more }));
  });

  it('of a force asks nobody for speed', () => {
    expect(raised(setting(6), 10)).toEqual(setting(6, { forcePct: 55 }));
  });

  it('there is none of a free curve', () => {
    for (const step of [1, 4] as const) expect(raised(free(step), null)).toBeNull();
  });
});

describe('the next step may follow', () => {
  it.each<[Targeted, Changed, boolean]>([
    [2, { holdS: 4.9 }, false],
    [2, { holdS: 5 }, true],
    [3, { forcePct: 69 }, false],
    [3, { forcePct: 70 }, true],
    [3, { forcePct: 50, holdS: 9 }, false],
    [5, { holdS: 4.9 }, false],
    [5, { holdS: 5 }, true],
    [5, { holdS: 4, forcePct: 30 }, false],
    [5, { holdS: 5, forcePct: 10 }, true],
    [6, { forcePct: 65, holdS: 9 }, false],
    [6, { forcePct: 70, holdS: 5 }, true]
  ])('step %d with %j: %j', (step, changed, may) => {
    expect(isComplete(setting(step, changed))).toBe(may);
  });

  it('a free curve at any time', () => {
    for (const step of [1, 4] as const) expect(isComplete(free(step))).toBe(true);
  });
});
