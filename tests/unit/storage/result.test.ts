import { describe, expect, it } from 'vitest';
import { ResultSchema } from '../../../src/lib/storage/result';
import { FIGURES } from '../signal/figures';
import { resultRecord, uuidOf } from './records';

/** A result of one round with these figures. */
function resultOf(figures: object): unknown {
  const [set] = resultRecord(uuidOf('a'), 5).sets;
  return {
    ...resultRecord(uuidOf('a'), 5),
    sets: [{ ...set, rounds: set?.rounds.map((round) => ({ ...round, figures })) }]
  };
}
const read = (figures: object) => ResultSchema.safeParse(resultOf(figures)).data?.sets[0]?.rounds[0]?.figures;

describe('the stored figures of a round', () => {
  it('are read as they were told', () => {
    expect(read(FIGURES)).toEqual(FIGURES);
    for (const quality of ['not-done', 'too-strong', 'good', 'weak', 'fair', null])
      expect(read({ ...FIGURES, quality })?.quality).toBe(quality);
  });

  it('of engine 5 are read, with nothing known of what came later', () => {
    const { holdInBandPct, quality, holdBestPct, onTargetPct, ...five } = FIGURES;
    expect([holdInBandPct, quality, holdBestPct, onTargetPct]).toEqual([100, 'good', 40, 100]);
    const unknown = { holdInBandPct: null, quality: null, holdBestPct: null, onTargetPct: null };
    expect(read(five)).toEqual({ ...five, ...unknown });
  });

  it('of engine 7 keep their quality, with nothing known of the reference and of free holds', () => {
    const { holdBestPct, onTargetPct, ...seven } = FIGURES;
    expect([holdBestPct, onTargetPct]).toEqual([40, 100]);
    const { freeHoldS, ...result } = resultRecord(uuidOf('a'), 7);
    expect(freeHoldS).toBeNull();
    const sets = result.sets.map(({ span, rounds, ...set }) => {
      expect(span).toBe(400);
      return {
        ...set,
        rounds: rounds.map((round) => ({ ...round, figures: { ...seven, quality: 'weak' } }))
      };
    });
    const stored = ResultSchema.parse({ ...result, sets });
    expect(stored).toMatchObject({ engineVersion: 7, freeHoldS: null, sets: [{ span: null }] });
    expect(stored.sets[0]?.rounds[0]?.figures).toMatchObject({
      quality: 'weak',
      holdBestPct: null,
      onTargetPct: null
    });
  });

  it('of engine 10 are read, with no series of quick squeezes', () => {
    const { quickSeries, ...ten } = resultRecord(uuidOf('a'), 10);
    expect(quickSeries).toEqual([]);
    expect(ResultSchema.parse(ten)).toMatchObject({ engineVersion: 10, quickSeries: [] });
  });

  it('are refused with a quality that there is not', () => {
    expect(read({ ...FIGURES, quality: 'poor' })).toBeUndefined();
    expect(read({ ...FIGURES, holdInBandPct: '70' })).toBeUndefined();
  });
});
