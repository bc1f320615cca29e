import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../../src/lib/plan/calendar';
import { SIGNS, type Signs } from '../../../src/lib/plan/signs';
import {
  brokenOff,
  countedRounds,
  follows,
  hadSign,
  isWhole,
  momentsDone,
  onsetRound,
  painAtMs,
  roundsLeft,
  trainedRound,
  type TrainedSession
} from '../../../src/lib/plan/trained';
import type { FatigueRule } from '../../../src/lib/signal/fatigue';
import { free, prescribed, session, setOf, setting, setUpOf, told, type Changed } from './courses';

describe('a set told in its rounds', () => {
  it.each<[string, number | null, number]>([
    ['', null, 0],
    ['ggggg', null, 5],
    ['ggggw', null, 5],
    ['gwgwg', null, 5],
    ['gggww', 4, 3],
    ['gggwwggg', 4, 3],
    ['wwggg', 1, 0],
    ['gfww', 3, 2],
    // What was not measured is passed over.
    ['ggw-w', 3, 2],
    ['-ww', 2, 1],
    ['gw--', null, 4],
    ['----', null, 4]
  ])('%j is tired from round %j on, and %d count', (rounds, onset, counted) => {
    expect(onsetRound(setOf(rounds))).toBe(onset);
    expect(countedRounds(setOf(rounds))).toEqual(setOf(rounds).rounds.slice(0, counted));
  });

  it.each<[string, number, FatigueRule | undefined, number]>([
    ['', 5, undefined, 5],
    ['gggg', 5, undefined, 1],
    ['ggggg', 5, undefined, 0],
    // Nothing but its rounds ends it.
    ['wwww', 5, undefined, 1],
    ['ggg', 5, 'before', 2],
    ['ggf', 5, 'before', 2],
    ['ggw', 5, 'before', 0],
    ['w', 5, 'before', 0],
    ['ggggg', 5, 'before', 0],
    ['gggw', 10, 'past', 6],
    ['gggwg', 10, 'past', 5],
    ['gggww', 10, 'past', 0],
    ['gggw-w', 10, 'past', 0],
    ['ggggggggg', 10, 'past', 1],
    ['gggggggggg', 10, 'past', 0]
  ])('%j of %d rounds, fatigue %j: %d are left', (rounds, most, fatigue, left) => {
    const set = setOf(rounds, setUpOf(6, { rounds: most, fatigue }));
    expect(roundsLeft(set)).toBe(left);
    expect(isWhole(set)).toBe(left === 0);
  });
});

describe('a rest', () => {
  it.each<[number, number | null, number, boolean | null]>([
    // Below 10 %.
    [50, 9.99, 0, true],
    [50, 10, 0, false],
    [50, -3, 0, true],
    // Above where the zero is.
    [50, 11.99, 2, true],
    [50, 12, 2, false],
    [50, 8.5, -1.5, false],
    // Half of a force below 20 %.
    [20, 9.99, 0, true],
    [20, 10, 0, false],
    [15, 7.49, 0, true],
    [15, 7.5, 0, false],
    [10, 4.99, 0, true],
    [10, 5, 0, false],
    [50, null, 0, null]
  ])('of a force of %d, at %j with the zero at %d, is relaxed: %j', (forcePct, restMeanPct, zeroPct, is) => {
    const figures = { restMeanPct, zeroPct, quality: 'fair' } as const;
    expect(trainedRound(figures, setUpOf(6, { forcePct }))).toEqual({ quality: 'fair', isRelaxed: is });
  });

  it('was judged also by engines that told no quality', () => {
    const figures = { restMeanPct: 1, zeroPct: 0 };
    for (const of of [figures, { ...figures, quality: null }, { ...figures, quality: undefined }]) {
      expect(trainedRound(of, setUpOf(6))).toEqual({ quality: null, isRelaxed: true });
    }
  });
});

describe('a set', () => {
  it.each<[string, Changed, boolean]>([
    ['itself', {}, true],
    ['with fewer rounds', { rounds: 4 }, true],
    ['that ends by fatigue', { fatigue: 'past' }, true],
    ['with no tangent, said in so many words', { tangentPct: 0 }, true],
    ['with another force', { forcePct: 55 }, false],
    ['with a longer hold', { holdS: 5.1 }, false],
    ['with a longer rest', { restS: 6 }, false],
    ['with a tangent', { tangentPct: 20 }, false]
  ])('follows what is prescribed: %s', (_, changed, does) => {
    expect(follows(setUpOf(6, changed), setUpOf(6))).toBe(does);
    expect(follows(setUpOf(6), setUpOf(6, changed))).toBe(does);
  });

  it.each(['riseMs', 'fallMs'] as const)('of another %s does not follow', (of) => {
    const setUp = setUpOf(6);
    expect(follows({ ...setUp, pattern: { ...setUp.pattern, [of]: 3100 } }, setUp)).toBe(false);
  });

  it('of another tangent does not follow', () => {
    expect(follows(setUpOf(7), setUpOf(7, { tangentPct: 30 }))).toBe(false);
  });
});

it.each(SIGNS)('%s is a sign, told before or after', (sign) => {
  expect(hadSign(session(1, [], told([sign])))).toBe(true);
  expect(hadSign(session(1, [], told([], [sign])))).toBe(true);
  for (const none of [told(null), told([]), told([], []), told(null, [])]) {
    expect(hadSign(session(1, [], none))).toBe(false);
  }
});

describe('pain', () => {
  /** Newest first, at 9, 8, 7. */
  const answered = (...signs: Signs[]) => signs.map((each, i) => session(9 - i, [], each));
  it.each<[string, Signs[], number | null]>([
    ['never asked', [told(null), told(null)], null],
    ['no session', [], null],
    ['before', [told(['pain'])], 9],
    ['after', [told([], ['pain'])], 9],
    ['before, and none after', [told(['pain'], [])], 9],
    ['none', [told([], [])], null],
    ['another sign', [told(['doming', 'urine', 'heaviness'])], null],
    ['with another sign', [told(['doming', 'pain'])], 9],
    ['earlier, and none since', [told([]), told(['pain'])], null],
    ['earlier, and none told after', [told(null, []), told(['pain'])], null],
    ['earlier, and another sign since', [told(['urine']), told(['pain'])], null],
    ['earlier, and not asked since', [told(null), told(['pain'])], 8],
    ['earlier, and again', [told(['pain']), told([]), told(['pain'])], 9],
    ['long before', [told(null), told(null), told([], ['pain'])], 7]
  ])('%s', (_, signs, atMs) => {
    expect(painAtMs(answered(...signs))).toBe(atMs);
  });
});

/** Clocks go to summer time in the night to 29 March, an hour after this day begins. */
const TODAY: Day = '2026-03-29';
const at = (time: string) => Date.parse(time);
const NOON = at('2026-03-29T12:00+02:00');

describe('of a day', () => {
  const here = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = 'Europe/Amsterdam';
  });
  afterAll(() => {
    process.env.TZ = here;
  });

  const whole = setOf('gggww', setUpOf(6, { fatigue: 'past' }));
  const broken = setOf('ggg', setUpOf(6, { fatigue: 'past' }));
  const strength = prescribed(setting(6));

  it.each<[string, TrainedSession[], number]>([
    ['nothing', [], 0],
    ['a whole set', [session(NOON, [whole])], 1],
    ['three', [session(NOON, [whole]), session(NOON - 1, [whole]), session(NOON - 2, [whole])], 3],
    ['two in one session', [session(NOON, [whole, whole])], 1],
    ['one that was broken off', [session(NOON, [broken])], 0],
    ['one that was broken off, and a whole one', [session(NOON, [broken, whole])], 1],
    ['a session without a set', [session(NOON, [], told([], []))], 0],
    ['one whose end was told', [session(NOON, [whole], told([], []))], 1],
    ['one before which a sign was told', [session(NOON, [whole], told(['urine']))], 0],
    ['one after which a sign was told', [session(NOON, [whole], told([], ['heaviness']))], 0],
    ['the first ms of the day', [session(at('2026-03-29T00:00+01:00'), [whole])], 1],
    ['the last ms of the day before', [session(at('2026-03-29T00:00+01:00') - 1, [whole])], 0],
    ['the last ms of the day', [session(at('2026-03-30T00:00+02:00') - 1, [whole])], 1],
    ['the first ms of the next', [session(at('2026-03-30T00:00+02:00'), [whole])], 0]
  ])('%s', (_, sessions, done) => {
    expect(momentsDone(sessions, strength, TODAY)).toBe(done);
  });

  it.each<[string, Signs, number]>([
    ['whose end was not told', told([]), 0],
    ['whose end was told', told([], []), 1],
    ['whose end was told alone', told(null, []), 1],
    ['that a sign ended', told([], ['pain']), 0]
  ])('a free curve %s', (_, signs, done) => {
    expect(momentsDone([session(NOON, [], signs)], prescribed(free(4)), TODAY)).toBe(done);
  });

  const newest = session(NOON, [broken]);
  it.each<[string, TrainedSession[], boolean]>([
    ['broken off', [newest], true],
    ['broken off behind a whole one', [session(NOON, [whole, broken])], true],
    ['whole', [session(NOON, [whole])], false],
    ['whole behind one that was broken off', [session(NOON, [broken, whole])], false],
    ['broken off before its first round was over', [session(NOON, [setOf('')])], false],
    ['of yesterday', [session(at('2026-03-28T23:59+01:00'), [broken])], false],
    ['before a session with a whole one', [session(NOON, [whole]), session(NOON - 1, [broken])], false],
    ['with none told since', [session(NOON, [broken], told([], []))], true],
    ['with a sign before', [session(NOON, [broken], told(['pain']))], false],
    ['with a sign after', [session(NOON, [broken], told([], ['doming']))], false],
    ['of another force', [session(NOON, [setOf('ggg', setUpOf(6, { forcePct: 55 }))])], false],
    ['none', [session(NOON)], false],
    ['no session', [], false]
  ])('the newest set may go on: %s', (_, sessions, may) => {
    expect(brokenOff(sessions, strength, TODAY)).toBe(may ? broken : null);
  });

  it.each([1, 9])('a set of ten may go on after %d rounds', (rounds) => {
    const set = setOf('g'.repeat(rounds));
    expect(brokenOff([session(NOON, [set])], strength, TODAY)).toBe(set);
  });

  it('a set may go on after a session without one, but not after a sign', () => {
    const set = setOf('ggg');
    const earlier = session(NOON, [set]);
    expect(brokenOff([session(NOON + 1), earlier], strength, TODAY)).toBe(set);
    expect(brokenOff([session(NOON + 1, [], told(['pain'])), earlier], strength, TODAY)).toBeNull();
  });

  it('a free curve does not go on', () => {
    expect(brokenOff([newest], prescribed(free(4)), TODAY)).toBeNull();
  });
});
