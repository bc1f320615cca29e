import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setOfToday } from '../../../src/lib/plan/dose';
import {
  allowedLoad,
  excessOf,
  isAllowed,
  LOADS,
  withinLimits,
  type Load,
  type Profile
} from '../../../src/lib/plan/load';
import type { Track } from '../../../src/lib/plan/situation';
import { CONSENTS, DELIVERIES } from '../../../src/lib/plan/situation';
import { PRINTED_BALANCE, TARGETED, type Step } from '../../../src/lib/plan/steps';
import { NO_SYMPTOMS } from '../../../src/lib/plan/symptoms';
import type { Scale } from '../../../src/lib/signal/calibration/reference';
import type { SetUp } from '../../../src/lib/signal/command';
import {
  after,
  birth,
  BORN,
  of,
  prescribed,
  setting,
  setUpOf,
  wordAt,
  type Changed,
  type Targeted
} from './courses';

const born = (days: number) =>
  allowedLoad({ situation: of(birth()), symptoms: NO_SYMPTOMS, prescription: null }, after(days));
const presetOf = (step: Step) => TARGETED.find((each) => each.step === step)?.setUp ?? setUpOf(6);

describe('the set of the day', () => {
  it.each<[Targeted, Changed, number, Scale]>([
    [5, {}, 4, 'ref'],
    [5, {}, 6, 'ref'],
    [5, { holdS: 9, forcePct: 20 }, 7, 'ref'],
    [5, { holdS: 9, forcePct: 30 }, 41, 'ref'],
    [6, {}, 42, 'mvc'],
    [6, { forcePct: 70, holdS: 9 }, 42, 'mvc'],
    [7, { tangentPct: 80 }, 84, 'mvc']
  ])('may begin: step %d with %j, day %d, on %s', (step, changed, days, scale) => {
    const set = setOfToday(prescribed(setting(step, changed)), of(birth()), [], after(days));
    expect(set && excessOf(set, scale, born(days))).toEqual([]);
    expect(set && isAllowed(set, scale, born(days))).toBe(true);
    expect(set && withinLimits(set, born(days))).toEqual(set);
  });
});

describe('each preset', () => {
  it.each<[string, SetUp, number, readonly Load[]]>([
    ['2', presetOf(2), 7, ['forcePct']],
    ['2', presetOf(2), 42, []],
    ['3', presetOf(3), 41, ['forcePct']],
    ['3', presetOf(3), 42, []],
    ['5', presetOf(5), 4, []],
    ['5 as printed', PRINTED_BALANCE.setUp, 6, ['forcePct']],
    ['5 as printed', PRINTED_BALANCE.setUp, 7, []],
    ['6', presetOf(6), 6, ['forcePct']],
    ['6', presetOf(6), 41, ['forcePct']],
    ['6', presetOf(6), 42, []],
    ['7', presetOf(7), 41, ['forcePct', 'tangentPct']],
    ['7', presetOf(7), 83, ['tangentPct']],
    ['7', presetOf(7), 84, []]
  ])('%s: %j, day %d', (_, setUp, days, excess) => {
    expect(excessOf(setUp, null, born(days))).toEqual(excess);
    expect(isAllowed(setUp, null, born(days))).toBe(excess.length === 0);
  });
});

describe('a free set', () => {
  const free = setUpOf(5, { forcePct: 100, rounds: 30 });

  it('of 100 % and 30 rounds on day 9 goes too far in force and rounds', () => {
    expect(excessOf(free, 'ref', born(9))).toEqual(['forcePct', 'rounds']);
    expect(isAllowed(free, 'ref', born(9))).toBe(false);
    expect(withinLimits(free, born(9))).toEqual(setUpOf(5, { forcePct: 30, rounds: 10, fatigue: 'before' }));
  });

  it.each<[Changed, readonly Load[]]>([
    [{ forcePct: 30 }, []],
    [{ forcePct: 31 }, ['forcePct']],
    [{ holdS: 9 }, []],
    [{ holdS: 9.1 }, ['holdMs']],
    [{ rounds: 10 }, []],
    [{ rounds: 11 }, ['rounds']],
    [{ tangentPct: 0 }, []],
    [{ tangentPct: 1 }, ['tangentPct']]
  ])('of %j on day 9: %j', (changed, excess) => {
    expect(excessOf(setUpOf(5, changed), null, born(9))).toEqual(excess);
    expect(isAllowed(setUpOf(5, changed), null, born(9))).toBe(excess.length === 0);
  });

  it.each<[Changed, readonly Load[]]>([
    [{ forcePct: 70, holdS: 30, tangentPct: 80, rounds: 10 }, []],
    [{ forcePct: 71 }, ['forcePct']],
    [{ holdS: 30.1 }, ['holdMs']],
    [{ tangentPct: 81 }, ['tangentPct']],
    [{ rounds: 11 }, ['rounds']]
  ])('of %j in week 20: %j', (changed, excess) => {
    expect(excessOf(setUpOf(7, changed), 'mvc', born(140))).toEqual(excess);
  });

  it('may not begin where nothing may, however little it is', () => {
    expect(excessOf(setUpOf(5), 'ref', born(3))).toEqual([]);
    expect(isAllowed(setUpOf(5), 'ref', born(3))).toBe(false);
    expect(isAllowed(setUpOf(5), 'ref', born(4))).toBe(true);
  });
});

describe('what 100 % is', () => {
  it.each<[string, SetUp, Scale | null, number, boolean]>([
    ['a maximum while none is allowed', setUpOf(5), 'mvc', 41, false],
    ['a comfortable squeeze then', setUpOf(5), 'ref', 41, true],
    ['not known yet', setUpOf(5), null, 41, true],
    ['a maximum once one is allowed', setUpOf(6), 'mvc', 42, true],
    ['a comfortable squeeze in step 6', setUpOf(6), 'ref', 42, true],
    ['a comfortable squeeze with a tangent', setUpOf(7), 'ref', 84, false],
    ['a maximum with a tangent', setUpOf(7), 'mvc', 84, true],
    ['a comfortable squeeze with a tangent of 0', setUpOf(7, { tangentPct: 0 }), 'ref', 84, true],
    ['not known yet, with a tangent', setUpOf(7), null, 84, true]
  ])('limits a set: %s', (_, setUp, scale, days, is) => {
    expect(excessOf(setUp, scale, born(days))).toEqual(is ? [] : ['scale']);
    expect(isAllowed(setUp, scale, born(days))).toBe(is);
  });

  it('limits no tangent where nothing is known of the person', () => {
    expect(excessOf(setUpOf(7), 'ref', allowedLoad(null, after(0)))).toEqual([]);
  });
});

describe('within the limits', () => {
  it('stays what is below them, and asks for no tangent where there was none', () => {
    const set = setUpOf(5, { forcePct: 10, rounds: 3 });
    expect(withinLimits(set, born(20))).toEqual(set);
    expect(withinLimits(set, born(20))).not.toHaveProperty('tangentPct');
  });

  it('ends before fatigue in the first two weeks, however it was asked to', () => {
    for (const fatigue of ['before', 'past', undefined] as const) {
      expect(withinLimits(setUpOf(5, { fatigue }), born(13)).fatigue).toBe('before');
      expect(withinLimits(setUpOf(5, { fatigue }), born(14)).fatigue).toBe(fatigue);
    }
  });

  const track = fc.oneof(
    fc.constant<Track>({ kind: 'other' }),
    fc.record({ kind: fc.constant('pregnant' as const), due: fc.constant(after(100)) }),
    fc.record({
      kind: fc.constant('postnatal' as const),
      born: fc.constant(BORN),
      delivery: fc.constantFrom(...DELIVERIES, null)
    }),
    fc.record({
      kind: fc.constant('surgery' as const),
      operated: fc.constant(BORN),
      hasCatheter: fc.boolean()
    })
  );
  const complaint = fc.option(fc.record({ atMs: fc.integer({ min: 1, max: 30 }) }));
  const setUp = fc
    .record({
      step: fc.constantFrom<Targeted>(2, 3, 5, 6, 7),
      forcePct: fc.integer({ min: 10, max: 100 }),
      holdS: fc.integer({ min: 5, max: 600 }).map((tenths) => tenths / 10),
      rounds: fc.integer({ min: 1, max: 30 }),
      tangentPct: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      fatigue: fc.constantFrom('before' as const, 'past' as const, undefined)
    })
    .map(({ step, ...changed }) => ({ step, setUp: setUpOf(step, changed) }));
  const profile: fc.Arbitrary<Profile | null> = fc.option(
    fc.record({
      situation: fc.record({
        track,
        complicated: fc.boolean(),
        agreed: fc.subarray([...CONSENTS]),
        isTense: fc.boolean(),
        wantsMaximum: fc.boolean(),
        complaints: fc.subarray(['pain' as const, 'prolapse' as const])
      }),
      symptoms: fc.record({
        pain: complaint,
        strain: complaint,
        isRepeatedStrain: fc.boolean(),
        isOverToday: fc.boolean()
      }),
      prescription: fc.option(
        fc
          .record({ setting: setUp, hasWord: fc.boolean() })
          .map(({ setting: each, hasWord }) => prescribed(each, { override: hasWord ? wordAt(15) : null }))
      )
    })
  );

  it('goes beyond none of them, whatever the set and whoever trains', () => {
    fc.assert(
      fc.property(profile, fc.integer({ min: -10, max: 200 }), setUp, (who, days, { setUp: asked }) => {
        const limits = allowedLoad(who, after(days));
        const set = withinLimits(asked, limits);
        const excess = excessOf(set, null, limits);
        expect(LOADS.filter((of) => excess.includes(of))).toEqual([]);
        expect(withinLimits(set, limits)).toEqual(set);
        if (limits.fatigue) expect(set.fatigue).toBe(limits.fatigue);
      })
    );
  });
});
