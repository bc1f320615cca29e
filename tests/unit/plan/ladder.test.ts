import { describe, expect, it } from 'vitest';
import {
  beginningOf,
  firstStep,
  isComplete,
  leastTangentPct,
  lowered,
  raised,
  rested
} from '../../../src/lib/plan/ladder';
import type { Setting } from '../../../src/lib/plan/prescription';
import type { Situation, Track } from '../../../src/lib/plan/situation';
import type { Step } from '../../../src/lib/plan/steps';
import {
  after,
  birth,
  free,
  of,
  other,
  pregnant,
  setting,
  setUpOf,
  surgery,
  type Changed,
  type Targeted
} from './courses';

describe('the beginning of a step', () => {
  it.each<[Step, Track, number, Setting]>([
    [1, pregnant, 0, free(1)],
    [2, pregnant, 0, setting(2, { rounds: 10 })],
    [3, pregnant, 0, setting(3, { rounds: 10 })],
    [4, birth(), 4, free(4)],
    [5, birth(), 4, setting(5, { rounds: 10, forcePct: 15 })],
    [5, birth(), 6, setting(5, { rounds: 10, forcePct: 15 })],
    [5, birth(), 7, setting(5, { rounds: 10, forcePct: 30 })],
    [5, birth('caesarean'), 6, setting(5, { rounds: 10, forcePct: 15 })],
    [5, birth('caesarean'), 7, setting(5, { rounds: 10, forcePct: 30 })],
    [5, surgery(), 42, setting(5, { rounds: 10, forcePct: 30 })],
    [6, birth(), 42, setting(6, { rounds: 10, forcePct: 50 })],
    [6, birth(), 6, setting(6, { rounds: 10, forcePct: 50 })],
    [7, birth(), 84, setting(7, { rounds: 5, forcePct: 70, tangentPct: 20 })],
    [7, other, 0, setting(7, { rounds: 5, forcePct: 70, tangentPct: 20 })]
  ])('%d, %j, day %d', (step, track, days, begin) => {
    expect(beginningOf(step, { track }, after(days))).toEqual(begin);
  });
});

describe('the first step', () => {
  it.each<[string, Situation, number, Step]>([
    ['in pregnancy', of(pregnant), 0, 2],
    ['in pregnancy with bleeding', of(pregnant, { complicated: true }), 0, 1],
    ['three days after a birth', of(birth()), 3, 4],
    ['four days after a birth', of(birth()), 4, 5],
    ['a day short of six weeks after an operation', of(surgery(), { agreed: ['start'] }), 41, 4],
    ['six weeks after an operation', of(surgery(), { agreed: ['start'] }), 42, 5],
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
    [3, { forcePct: 50 }, { forcePct: 55 }],
    [3, { forcePct: 65 }, { forcePct: 70 }],
    [3, { forcePct: 70, holdS: 5 }, { forcePct: 70, holdS: 6 }],
    [3, { forcePct: 70, holdS: 8 }, { forcePct: 70, holdS: 9 }],
    [3, { forcePct: 70, holdS: 9 }, null],
    // Force first: it may rise slowly to 30 %. Then the hold.
    [5, { forcePct: 10, holdS: 1 }, { forcePct: 15, holdS: 1 }],
    [5, { forcePct: 15, holdS: 3 }, { forcePct: 20, holdS: 3 }],
    [5, { forcePct: 25 }, { forcePct: 30 }],
    [5, { forcePct: 30, holdS: 1 }, { forcePct: 30, holdS: 2 }],
    [5, { forcePct: 30, holdS: 8 }, { forcePct: 30, holdS: 9 }],
    [5, { forcePct: 30, holdS: 9 }, null],
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

describe('the least tangent', () => {
  it.each<[number, number, number, number]>([
    // Force/rise: 70/3 = 23.33 %/s.
    [70, 3, 100, 30],
    [70, 3, 75, 40],
    [70, 3, 40, 60],
    // 23.33/233.4 is just below a tenth, 23.33/233.3 just above it: both below 20.
    [70, 3, 233.4, 20],
    [70, 3, 233.3, 20],
    [70, 3, 1000, 20],
    // 20 %/s of 100 is 20: the same ramp still.
    [60, 3, 100, 30],
    [60, 3, 100.1, 20],
    [60, 3, 50, 50],
    [60, 3, 50.1, 40]
  ])('of a force of %d in %d s with a fastest rise of %d is %d', (forcePct, riseS, rmax, least) => {
    const { pattern, ...setUp } = setUpOf(7, { forcePct });
    expect(leastTangentPct({ ...setUp, pattern: { ...pattern, riseMs: 1000 * riseS } }, rmax)).toBe(least);
  });
});

describe('a step back', () => {
  const lessOf = (now: Setting, track: Track, days = 200) => lowered(now, of(track), after(days));

  it.each<[Targeted, Changed, Changed]>([
    [2, { holdS: 5 }, { holdS: 4 }],
    [2, { holdS: 2 }, { holdS: 1 }],
    [3, { forcePct: 70, holdS: 6 }, { forcePct: 70, holdS: 5 }],
    [3, { forcePct: 70, holdS: 5 }, { forcePct: 65, holdS: 5 }],
    [3, { forcePct: 55 }, { forcePct: 50 }],
    [3, { forcePct: 52 }, { forcePct: 50 }]
  ])('before a birth, of step %d with %j, is %j', (step, now, less) => {
    expect(lessOf(setting(step, now), pregnant)).toEqual(setting(step, less));
  });

  it.each<[Targeted, Changed, Changed]>([
    [5, { holdS: 9 }, { holdS: 8 }],
    [5, { holdS: 2 }, { holdS: 1 }],
    [5, { holdS: 1.5 }, { holdS: 1 }],
    [5, { holdS: 1, forcePct: 30 }, { holdS: 1, forcePct: 25 }],
    [5, { holdS: 1, forcePct: 15 }, { holdS: 1, forcePct: 10 }],
    [6, { forcePct: 70, holdS: 9 }, { forcePct: 70, holdS: 8 }],
    [6, { forcePct: 60, holdS: 6 }, { forcePct: 60, holdS: 5 }],
    [6, { forcePct: 55, holdS: 5 }, { forcePct: 50, holdS: 5 }],
    [7, { tangentPct: 80 }, { tangentPct: 70 }],
    [7, { tangentPct: 30 }, { tangentPct: 20 }],
    [7, { tangentPct: 25 }, { tangentPct: 20 }]
  ])('after it, of step %d with %j, is %j', (step, now, less) => {
    expect(lessOf(setting(step, now), birth())).toEqual(setting(step, less));
  });

  it.each<[string, Setting, Track, number, Setting | null]>([
    ['7', setting(7), birth(), 200, setting(6, { forcePct: 70 })],
    ['6', setting(6), birth(), 200, setting(5, { holdS: 5 })],
    ['5', setting(5, { forcePct: 10 }), birth(), 200, free(4)],
    ['5 in the first week', setting(5, { forcePct: 10 }), birth(), 6, free(4)],
    ['6, opened in the first week', setting(6), birth(), 6, setting(5, { forcePct: 15, holdS: 5 })],
    ['4', free(4), birth(), 200, null],
    ['3', setting(3), pregnant, 0, setting(2, { holdS: 5 })],
    ['2', setting(2, { holdS: 1 }), pregnant, 0, free(1)],
    ['1', free(1), pregnant, 0, null],
    ['7 that follows 3', setting(7), other, 0, setting(3, { forcePct: 70 })],
    ['3', setting(3), other, 0, setting(2, { holdS: 5 })]
  ])('from the lower end of step %s is what the one before had come to', (_, now, track, days, less) => {
    expect(lessOf(now, track, days)).toEqual(less);
  });
});

describe('a longer rest', () => {
  it.each([
    [4, 6],
    [6, 8],
    [17.9, 19.9],
    [18, 20],
    [18.1, 20],
    [19, 20]
  ])('than %d s is %d s', (restS, longer) => {
    for (const step of [2, 3, 5, 6, 7] as const) {
      expect(rested(setting(step, { restS }))).toEqual(setting(step, { restS: longer }));
    }
  });

  it.each([20, 25])('than %d s there is none', (restS) => {
    expect(rested(setting(6, { restS }))).toBeNull();
  });

  it('there is none of a free curve', () => {
    expect(rested(free(4))).toBeNull();
  });
});

describe('the next step may follow', () => {
  it.each<[Targeted, Changed, boolean]>([
    [2, { holdS: 4.9 }, false],
    [2, { holdS: 5 }, true],
    [3, { forcePct: 69 }, false],
    [3, { forcePct: 70 }, true],
    [5, { holdS: 4.9 }, false],
    [5, { holdS: 5 }, true],
    [6, { forcePct: 65, holdS: 9 }, false],
    [6, { forcePct: 70, holdS: 5 }, true]
  ])('step %d with %j: %j', (step, changed, may) => {
    expect(isComplete(setting(step, changed))).toBe(may);
  });

  it('a free curve at any time', () => {
    for (const step of [1, 4] as const) expect(isComplete(free(step))).toBe(true);
  });
});
