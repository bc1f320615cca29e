import { describe, expect, it } from 'vitest';
import { SIGNS } from '../../../src/lib/plan/signs';
import { CheckSchema, CommandSchema, LinkEventSchema, SetUpSchema } from '../../../src/lib/storage/entry';

const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 4000, holdMs: 2000, fallMs: 4000, restMs: 6000 },
  rounds: 4,
  bandPct: 10
};
const takes = (setUp: unknown) => SetUpSchema.safeParse(setUp).success;

describe('a stored set-up', () => {
  it.each([
    ['forcePct', 10, 100],
    ['rounds', 1, 30],
    ['bandPct', 5, 25]
  ])('has %s from %d to %d', (field, min, max) => {
    for (const value of [min, max]) expect(takes({ ...SET_UP, [field]: value })).toBe(true);
    for (const value of [min - 1, max + 1, min + 0.5, NaN, '10', null]) {
      expect(takes({ ...SET_UP, [field]: value })).toBe(false);
    }
  });

  it.each([
    ['riseMs', 200, 20_000],
    ['holdMs', 500, 60_000],
    ['fallMs', 200, 20_000],
    ['restMs', 1000, 60_000]
  ])('has %s from %d to %d', (field, min, max) => {
    const pattern = (value: unknown) => ({ ...SET_UP, pattern: { ...SET_UP.pattern, [field]: value } });
    for (const value of [min, max]) expect(takes(pattern(value))).toBe(true);
    for (const value of [min - 1, max + 1, -min, undefined]) expect(takes(pattern(value))).toBe(false);
  });
});

describe('the fatigue of a stored set-up', () => {
  it.each([
    ['before', true],
    ['past', true],
    [undefined, true],
    ['', false],
    ['after', false],
    [null, false],
    [1, false]
  ])('may be %j: %j', (fatigue, taken) => {
    expect(takes({ ...SET_UP, fatigue })).toBe(taken);
  });
});

describe('a stored command or event', () => {
  it.each([
    { do: 'tare', windowS: 0.9 },
    { do: 'tare', windowS: 61 },
    { do: 'tare' },
    { do: 'accept', polarity: 0 },
    { do: 'start', setUp: { ...SET_UP, rounds: 31 } },
    { do: 'start' },
    { do: 'sing' },
    null
  ])('is refused: %j', (command) => {
    expect(CommandSchema.safeParse(command).success).toBe(false);
  });

  it('is refused when it is a link event of another kind, or opens without a sensor', () => {
    expect(LinkEventSchema.safeParse({ link: 'opened' }).success).toBe(false);
    expect(LinkEventSchema.safeParse({ link: 'torn' }).success).toBe(false);
    expect(LinkEventSchema.safeParse({ link: 'lost' }).success).toBe(true);
  });
});

describe('a stored reference', () => {
  const reference = { polarity: 1, span: 300, scale: 'mvc', rmaxPctPerS: 200 };
  const isTaken = (changed: object) =>
    CommandSchema.safeParse({ do: 'refer', reference: { ...reference, ...changed } }).success;

  it.each([
    ['span', 1e-3, 2 ** 32],
    ['rmaxPctPerS', 1e-3, 1e6]
  ])('has %s from %d to %d', (field, min, max) => {
    for (const value of [min, 1, max]) expect(isTaken({ [field]: value })).toBe(true);
    for (const value of [0.999 * min, 5e-324, 0, -1, 1.001 * max, 1e308, Infinity, NaN, null, '1'])
      expect(isTaken({ [field]: value })).toBe(field === 'rmaxPctPerS' && value === null);
  });
});

describe('a stored objection', () => {
  it('names one of a million attempts at the most', () => {
    const isTaken = (index: number) =>
      CommandSchema.safeParse({ do: 'object', index, objection: null }).success;
    for (const index of [0, 5, 1e6]) expect(isTaken(index)).toBe(true);
    for (const index of [-1, 0.5, 1e6 + 1, 2 ** 53, NaN, Infinity]) expect(isTaken(index)).toBe(false);
  });
});

describe('stored answers', () => {
  it.each(['before', 'after'])('%s training are any of the signs, and none', (when) => {
    for (const signs of [[], ...SIGNS.map((sign) => [sign]), [...SIGNS]]) {
      expect(CheckSchema.parse({ when, signs })).toEqual({ when, signs });
    }
  });

  it.each([
    { when: 'before', signs: ['hunger'] },
    { when: 'before', signs: ['pain', 'Pain'] },
    { when: 'before', signs: 'pain' },
    { when: 'before', signs: null },
    { when: 'before' },
    { when: 'during', signs: ['pain'] },
    { signs: ['pain'] },
    null
  ])('are refused: %j', (check) => {
    expect(CheckSchema.safeParse(check).success).toBe(false);
  });
});
