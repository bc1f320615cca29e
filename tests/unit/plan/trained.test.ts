import { describe, expect, it } from 'vitest';
import {
  countedRounds,
  follows,
  isDone,
  isWhole,
  onsetRound,
  roundsLeft
} from '../../../src/lib/plan/trained';
import type { FatigueRule } from '../../../src/lib/signal/fatigue';
import { setOf, setUpOf, type Changed } from './courses';

describe('a set told in its rounds', () => {
  it.each<[string, number | null, number]>([
    ['', null, 0],
    ['ggggg', null, 5],
    ['ggggw', null, 5],
    ['gwgwg', null, 5],
    ['gggww', 4, 3],
    ['gggwwggg', 4, 3],
    // Round 1, in which people find the target, is never fatigue by itself.
    ['wwggg', 2, 1],
    ['gfww', 3, 2],
    // What was not measured is passed over.
    ['ggw-w', 3, 2],
    ['-ww', 2, 1],
    ['gw--', null, 4],
    ['----', null, 4],
    // Above the band, and not done, are no weakness.
    ['gssss', null, 5],
    ['gnnnn', null, 5],
    ['gwsw', null, 4],
    ['gwnw', null, 4],
    ['gsww', 3, 2]
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
    // At least three rounds, however weak the first two are.
    ['w', 5, 'before', 4],
    ['ww', 5, 'before', 3],
    ['www', 5, 'before', 0],
    ['wwg', 5, 'before', 2],
    ['wwgw', 5, 'before', 0],
    ['gns', 5, 'before', 2],
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

describe('a set was done', () => {
  it.each([
    ['ggg', true],
    ['ggn', true],
    // Half is not most.
    ['gn', false],
    ['ggnn', false],
    ['gnn', false],
    ['nnn', false],
    ['wws', true],
    // What was not measured counts against nobody.
    ['---', true],
    ['--n', true]
  ])('%s: %j', (rounds, is) => {
    expect(isDone(setOf(rounds))).toBe(is);
  });
});
