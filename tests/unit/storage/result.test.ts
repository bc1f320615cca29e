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
    for (const quality of ['good', 'fair', 'weak', null])
      expect(read({ ...FIGURES, quality })?.quality).toBe(quality);
  });

  it('of engine 5 are read, with nothing known of what came later', () => {
    const { holdInBandPct, quality, ...five } = FIGURES;
    expect([holdInBandPct, quality]).toEqual([100, 'good']);
    expect(read(five)).toEqual({ ...five, holdInBandPct: null, quality: null });
  });

  it('are refused with a quality that there is not', () => {
    expect(read({ ...FIGURES, quality: 'poor' })).toBeUndefined();
    expect(read({ ...FIGURES, holdInBandPct: '70' })).toBeUndefined();
  });
});
