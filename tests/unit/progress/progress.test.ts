import { describe, expect, it } from 'vitest';
import { measuresOf, type SessionMeasures } from '../../../src/lib/progress/measures';
import { progressOf } from '../../../src/lib/progress/progress';
import { trendOf } from '../../../src/lib/progress/trend';
import type { RoundFigures } from '../../../src/lib/signal/event';
import { FIGURES } from '../signal/figures';
import { calibrationRecord } from '../storage/records';

const DAY_MS = 86_400_000;
/** A set of rounds that went well but for this. */
const set = (...changes: readonly Partial<RoundFigures>[]) => ({
  rounds: changes.map((changed) => ({ figures: { ...FIGURES, ...changed } }))
});
const session = (day: number, changed: Partial<RoundFigures>): SessionMeasures => {
  const measures = measuresOf(DAY_MS * day, [set(changed)]);
  if (!measures) throw new Error('It has a round.');
  return measures;
};

describe('what a session says', () => {
  it('is the median over its rounds that could tell', () => {
    const rounds = [1, 9, 2, null].map((restMeanPct) => ({ restMeanPct }));
    expect(measuresOf(0, [set(...rounds)])?.values).toEqual({
      relaxation: 2,
      endurance: 2,
      steadiness: 2,
      tangent: null
    });
    expect(
      measuresOf(
        0,
        rounds.slice(0, 2).map((round) => set(round))
      )?.values.relaxation
    ).toBe(5);
    const reached = { requiredPct: 40, reached: { pct: 35 } };
    expect(measuresOf(0, [set({ tangent: reached })])?.values.tangent).toBe(35);
    const missed = { requiredPct: 40, reached: { notMeasured: 'not-reached' } } as const;
    expect(measuresOf(0, [set({ tangent: missed })])?.values.tangent).toBeNull();
  });

  it('is of one scale, the latest', () => {
    const sets = [set({ restMeanPct: 8 }), set({ restMeanPct: 1, scale: 'ref' })];
    expect(measuresOf(5, sets)).toMatchObject({ atMs: 5, scale: 'ref', values: { relaxation: 1 } });
    expect(measuresOf(5, [])).toBeNull();
    expect(measuresOf(5, [set()])).toBeNull();
  });

  it('is that of the rounds before fatigue, in each of its sets', () => {
    const tired = set(
      { restMeanPct: 1 },
      { restMeanPct: 2, quality: 'weak' },
      { restMeanPct: 3 },
      { restMeanPct: 40, quality: 'weak' },
      { restMeanPct: 50, quality: null },
      { restMeanPct: 60, quality: 'weak' },
      { restMeanPct: 70 }
    );
    // One weak round is no fatigue: of this set all count, so the median is that of 1 2 3 and 4 5.
    const rested = set({ restMeanPct: 4 }, { restMeanPct: 5, quality: 'weak' });
    expect(measuresOf(0, [tired])?.values.relaxation).toBe(2);
    expect(measuresOf(0, [tired, rested])?.values.relaxation).toBe(3);
  });

  it('is nothing where no round counts, on the scale that it was on', () => {
    const weak = set({ quality: 'weak', scale: 'ref' }, { quality: 'weak', scale: 'ref' });
    expect(measuresOf(5, [weak])).toEqual({
      atMs: 5,
      scale: 'ref',
      values: { relaxation: null, endurance: null, steadiness: null, tangent: null }
    });
  });
});

describe('a trend', () => {
  const points = (...values: readonly number[]) => values.map((value, i) => ({ atMs: i, value }));
  it.each([
    [[100, 131], 31, 'same'],
    [[100, 131.1], 31, 'more'],
    [[100, 200, 69], 31, 'same'],
    [[100, 68.9], 31, 'less'],
    [[100], 31, 'few'],
    [[], 31, 'few'],
    // Of six and more the middle ones of the first and of the last three: 2 and 9, then 2 and 3.
    [[1, 9, 2, 9, 9, 1], 6, 'more'],
    [[1, 9, 2, 3, 3, 20], 6, 'same'],
    [[1, 2, 3], null, 'few']
  ] as const)('of %j with a smallest real change of %j is: %s', (values, real, verdict) => {
    expect(trendOf(points(...values), real).verdict).toBe(verdict);
  });
});

describe('progress', () => {
  it('is told on one scale at a time, that of the newest session first', () => {
    const sessions = [
      session(1, { scale: 'ref', restMeanPct: 50 }),
      ...[6, 5, 6, 5, 6, 2].map((restMeanPct, i) => session(2 + i, { restMeanPct }))
    ];
    const { scales, measuresOn, weeks } = progressOf(sessions, [], 8 * DAY_MS);
    expect(scales).toEqual(['mvc', 'ref']);
    const { relaxation, tangent } = measuresOn('mvc');
    expect(relaxation.points.map(({ value }) => value)).toEqual([6, 5, 6, 5, 6, 2]);
    // Four differences of 1 and one of 4: mean square 4. At either end, of 6 5 6 and of 5 6 2, 6 and 5 are in the middle.
    expect(relaxation.band?.smallestRealChange).toBeCloseTo(3.92, 12);
    expect(relaxation).toMatchObject({ band: { around: 6 }, change: -1, verdict: 'same' });
    expect(tangent).toMatchObject({ points: [], verdict: 'few' });
    expect(measuresOn('ref').relaxation.points.map(({ value }) => value)).toEqual([50]);
    expect(weeks.reduce((sum, each) => sum + each.sessions, 0)).toBe(7);
  });

  it('of a maximum is that on the sensor that was measured last, in % of the first there', () => {
    const other = { driver: 'open-profile', name: 'Bodem 2' };
    const reference = (span: number, scale: 'mvc' | 'ref' = 'mvc') => ({
      reference: { polarity: 1 as const, span, scale, rmaxPctPerS: null }
    });
    const { maximum } = progressOf(
      [],
      [
        calibrationRecord(50, reference(5, 'ref')),
        calibrationRecord(40, reference(270)),
        calibrationRecord(30, { ...reference(9000), sensor: other }),
        calibrationRecord(20, reference(220)),
        calibrationRecord(10, reference(200))
      ],
      100
    );
    expect(maximum?.sensor).toBe('Bodem 1');
    expect(maximum?.trend.points).toEqual([
      { atMs: 10, value: 100 },
      { atMs: 20, value: 110 },
      { atMs: 40, value: 135 }
    ]);
    expect(maximum?.trend).toMatchObject({ band: { around: 100, smallestRealChange: 31 }, verdict: 'more' });
  });

  it('counts a session of which no round counts as a day of training, and as no point', () => {
    const measures = measuresOf(DAY_MS, [set({ quality: 'weak' }, { quality: 'weak' })]);
    const { weeks, measuresOn } = progressOf(measures ? [measures] : [], [], 2 * DAY_MS);
    expect(weeks.map(({ sessions, days }) => [sessions, days])).toEqual([[1, 1]]);
    expect(measuresOn('mvc').endurance.points).toEqual([]);
  });

  it('of nothing is nothing', () => {
    const { maximum, scales, weeks, measuresOn } = progressOf([], [], 0);
    expect([maximum, scales, weeks, measuresOn('mvc').endurance.points]).toEqual([null, [], [], []]);
  });
});
