import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Day } from '../../../src/lib/plan/calendar';
import type { Signs } from '../../../src/lib/plan/signs';
import { brokenOff, momentsDone, type TrainedSession } from '../../../src/lib/plan/trained';
import { free, prescribed, session, setOf, setting, setUpOf, told } from './courses';

/** Clocks go to summer time in the night to 29 March, an hour after this day begins. */
const TODAY: Day = '2026-03-29';
const at = (time: string) => Date.parse(time);
const NOON = at('2026-03-29T12:00+02:00');

describe('of a day', () => {
  beforeAll(() => {
    vi.stubEnv('TZ', 'Europe/Amsterdam');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
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
    ['one that nobody did', [session(NOON, [setOf('nnnnn', setUpOf(6, { rounds: 5 }))])], 0],
    ['one of which half was done', [session(NOON, [setOf('ggnn', setUpOf(6, { rounds: 4 }))])], 0],
    ['one of which most was done', [session(NOON, [setOf('gggnn', setUpOf(6, { rounds: 5 }))])], 1],
    ['one that was too strong', [session(NOON, [setOf('sssss', setUpOf(6, { rounds: 5 }))])], 1],
    ['one that nobody did, and a whole one', [session(NOON, [setOf('n'.repeat(10)), whole])], 1],
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
