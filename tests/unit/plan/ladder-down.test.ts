import { describe, expect, it } from 'vitest';
import { lowered, rested, softened } from '../../../src/lib/plan/ladder';
import type { Setting } from '../../../src/lib/plan/prescription';
import type { Track } from '../../../src/lib/plan/situation';
import { birth, free, of, other, pregnant, setting, type Changed, type Targeted } from './courses';

describe('a step back', () => {
  const lessOf = (now: Setting, track: Track) => lowered(now, of(track));

  it.each<[Targeted, Changed, Changed]>([
    [2, { holdS: 5 }, { holdS: 5, forcePct: 35 }],
    [2, { forcePct: 20, holdS: 5 }, { forcePct: 20, holdS: 4 }],
    [2, { forcePct: 20, holdS: 2 }, { forcePct: 20, holdS: 1 }],
    // The other way about as it was raised.
    [3, { forcePct: 70, holdS: 9 }, { forcePct: 65, holdS: 9 }],
    [3, { forcePct: 55, holdS: 9 }, { forcePct: 50, holdS: 9 }],
    [3, { forcePct: 50, holdS: 9 }, { forcePct: 45, holdS: 9 }],
    [3, { forcePct: 30, holdS: 9 }, { forcePct: 30, holdS: 8 }],
    [3, { forcePct: 30, holdS: 6 }, { forcePct: 30, holdS: 5 }],
    [3, { forcePct: 32 }, { forcePct: 30 }]
  ])('before a birth, of step %d with %j, is %j', (step, now, less) => {
    expect(lessOf(setting(step, now), pregnant)).toEqual(setting(step, less));
  });

  it.each<[Targeted, Changed, Changed]>([
    [5, { holdS: 9, forcePct: 30 }, { holdS: 9, forcePct: 25 }],
    [5, { holdS: 9, forcePct: 15 }, { holdS: 9, forcePct: 10 }],
    [5, { holdS: 9, forcePct: 10 }, { holdS: 8, forcePct: 10 }],
    [5, { holdS: 2, forcePct: 10 }, { holdS: 1, forcePct: 10 }],
    [5, { holdS: 1.5, forcePct: 10 }, { holdS: 1, forcePct: 10 }],
    [5, { holdS: 4, forcePct: 12 }, { holdS: 4, forcePct: 10 }],
    [5, { holdS: 1, forcePct: 15 }, { holdS: 1, forcePct: 10 }],
    [6, { forcePct: 70, holdS: 9 }, { forcePct: 70, holdS: 8 }],
    [6, { forcePct: 60, holdS: 6 }, { forcePct: 60, holdS: 5 }],
    [6, { forcePct: 55, holdS: 5 }, { forcePct: 50, holdS: 5 }],
    // Below what the step begins with, before the step before.
    [6, { forcePct: 50, holdS: 5 }, { forcePct: 45, holdS: 5 }],
    [6, { forcePct: 35, holdS: 5 }, { forcePct: 30, holdS: 5 }],
    [7, { tangentPct: 80 }, { tangentPct: 70 }],
    [7, { tangentPct: 30 }, { tangentPct: 20 }],
    [7, { tangentPct: 25 }, { tangentPct: 20 }]
  ])('after it, of step %d with %j, is %j', (step, now, less) => {
    expect(lessOf(setting(step, now), birth())).toEqual(setting(step, less));
  });

  it.each<[string, Setting, Track, Setting | null]>([
    ['7', setting(7), birth(), setting(6, { forcePct: 70 })],
    ['6', setting(6, { forcePct: 30 }), birth(), setting(5, { holdS: 5, forcePct: 30 })],
    ['5', setting(5, { forcePct: 10 }), birth(), free(4)],
    ['4', free(4), birth(), null],
    ['3', setting(3, { forcePct: 30 }), pregnant, setting(2, { holdS: 5 })],
    ['2', setting(2, { forcePct: 20, holdS: 1 }), pregnant, free(1)],
    ['1', free(1), pregnant, null],
    ['7 that follows 3', setting(7), other, setting(3, { forcePct: 70 })],
    ['3 that follows 2', setting(3, { forcePct: 30 }), other, setting(2, { holdS: 5 })],
    ['3 where no step of the track comes before', setting(3, { forcePct: 30 }), birth(), null]
  ])('from the lower end of step %s is what the one before had come to', (_, now, track, less) => {
    expect(lessOf(now, track)).toEqual(less);
  });
});

describe('less force', () => {
  it.each<[Targeted, Changed, Changed]>([
    [3, { forcePct: 70, holdS: 9 }, { forcePct: 65, holdS: 9 }],
    [3, { forcePct: 55, holdS: 6 }, { forcePct: 50, holdS: 6 }],
    [5, { forcePct: 30, holdS: 9 }, { forcePct: 25, holdS: 9 }],
    [5, { forcePct: 15, holdS: 3 }, { forcePct: 10, holdS: 3 }],
    [5, { forcePct: 12 }, { forcePct: 10 }],
    // Also where the hold was raised last.
    [6, { forcePct: 70, holdS: 9 }, { forcePct: 65, holdS: 9 }],
    [6, { forcePct: 55, holdS: 5 }, { forcePct: 50, holdS: 5 }],
    [6, { forcePct: 32, holdS: 5 }, { forcePct: 30, holdS: 5 }]
  ])('of step %d with %j is %j', (step, now, less) => {
    const track = step === 3 ? pregnant : birth();
    expect(softened(setting(step, now), of(track))).toEqual(setting(step, less));
  });

  it.each<[string, Setting, Track, Setting | null]>([
    [
      '5 at its least',
      setting(5, { forcePct: 10, holdS: 3 }),
      birth(),
      setting(5, { forcePct: 10, holdS: 2 })
    ],
    ['5 at its least of all', setting(5, { forcePct: 10, holdS: 1 }), birth(), free(4)],
    ['6 at its least', setting(6, { forcePct: 30, holdS: 6 }), birth(), setting(6, { forcePct: 30 })],
    ['6 at its least of all', setting(6, { forcePct: 30 }), birth(), setting(5, { holdS: 5, forcePct: 30 })],
    ['a free curve', free(4), birth(), null]
  ])('that a step does not have is a step back: %s', (_, now, track, less) => {
    expect(softened(now, of(track))).toEqual(less);
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
