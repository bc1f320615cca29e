import { describe, expect, it } from 'vitest';
import type { Setting } from '../../../src/lib/plan/prescription';
import { proposalOf } from '../../../src/lib/plan/progression';
import type { Track } from '../../../src/lib/plan/situation';
import type { TrainedSet } from '../../../src/lib/plan/trained';
import { birth, courseOf, later, of, OPEN, prescribed, pregnant, setOf, setting, setUpOf } from './courses';

/** Tired in round 3, and two of three good: weak, but not too hard. */
const weak = (setUp = setUpOf(6)) => setOf('ggw', { ...setUp, rounds: 5, fatigue: 'before' });
const propose = (now: Setting, sets: readonly TrainedSet[], track: Track = birth()) =>
  proposalOf(
    // Newest first.
    courseOf(
      prescribed(now),
      sets.map((set, i) => later(sets.length - i, [set])),
      { situation: of(track) }
    ),
    OPEN
  );
const times = <T>(count: number, item: T): T[] => new Array<T>(count).fill(item);

describe('twelve weak sessions in a row', () => {
  const now = setting(6, { forcePct: 60 });
  const own = weak(setUpOf(6, { forcePct: 60 }));
  const STUCK = { cause: 'stuck', to: setting(6, { forcePct: 55 }) };

  it('are a course that does not get on, eleven are not', () => {
    expect(propose(now, times(11, own))).toBeNull();
    expect(propose(now, times(12, own))).toEqual(STUCK);
    expect(propose(now, times(13, own))).toEqual(STUCK);
  });

  it.each<[string, string]>([
    ['a good one', 'ggggg'],
    ['one with four rounds before fatigue', 'ggggw'],
    ['a fair one', 'fffff'],
    ['one that nobody did', 'nnnnn']
  ])('are broken by %s', (_, rounds) => {
    const between = { ...own, rounds: setOf(rounds).rounds };
    expect(propose(now, [...times(6, own), between, ...times(6, own)])).toBeNull();
    expect(propose(now, [...times(12, own), between])).toEqual(STUCK);
  });

  it('count those that were too hard, and come before that cause', () => {
    const hard = setOf('gwwf', setUpOf(6, { forcePct: 60, fatigue: 'past' }));
    expect(propose(now, [hard, ...times(10, own)])?.cause).toBe('hard');
    expect(propose(now, [hard, ...times(11, own)])?.cause).toBe('stuck');
  });

  it('are not broken by a session of another setting', () => {
    expect(propose(now, [...times(6, own), setOf('ggggg'), ...times(6, own)])).toEqual(STUCK);
  });

  it.each<[string, Setting, Track, Setting]>([
    ['less force', setting(6, { forcePct: 60 }), birth(), setting(6, { forcePct: 55 })],
    ['a shorter hold', setting(2, { forcePct: 20 }), pregnant, setting(2, { forcePct: 20, holdS: 1 })],
    ['the step before', setting(6, { forcePct: 30 }), birth(), setting(5, { holdS: 5, forcePct: 30 })],
    // No step of the track comes before, and this one has no less.
    [
      'a longer rest where there is no less',
      setting(3, { forcePct: 30 }),
      birth(),
      setting(3, { forcePct: 30, restS: 6 })
    ],
    [
      'the same where there is neither',
      setting(3, { forcePct: 30, restS: 20 }),
      birth(),
      setting(3, { forcePct: 30, restS: 20 })
    ]
  ])('lead to %s: %j', (_, prescription, track, to) => {
    const sets = times(12, weak(prescription.setUp ?? undefined));
    expect(propose(prescription, sets, track)).toEqual({ cause: 'stuck', to });
  });
});
