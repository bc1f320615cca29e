import { describe, expect, it } from 'vitest';
import { allowedLoad } from '../../../src/lib/plan/load';
import { limitingSituation, unplannedSituation } from '../../../src/lib/plan/situation';
import { NO_SYMPTOMS } from '../../../src/lib/plan/symptoms';
import { after, birth, BORN, of, other, pregnant, surgery } from './courses';

const BIRTH = { date: BORN, delivery: 'vaginal' } as const;

describe('a birth of the last twelve weeks', () => {
  it.each([
    ['something else', of(other)],
    ['a pregnancy', of(pregnant, { wantsMaximum: true })]
  ])('limits also a plan for %s', (_, situation) => {
    const limiting = limitingSituation(situation, BIRTH, after(9));
    const limits = allowedLoad({ situation: limiting, symptoms: NO_SYMPTOMS, prescription: null }, after(9));
    expect(limits).toMatchObject({ most: { forcePct: 30, tangentPct: 0 }, allowsMaximum: false });
  });

  it('is over after day 83, and changes nothing where none is known', () => {
    const situation = of(other);
    expect(limitingSituation(situation, BIRTH, after(83)).track).toEqual(birth());
    expect(limitingSituation(situation, BIRTH, after(84))).toBe(situation);
    expect(limitingSituation(situation, null, after(9))).toBe(situation);
  });

  it('leaves the plan after a birth or an operation as it is', () => {
    for (const track of [birth('caesarean'), surgery()]) {
      const situation = of(track);
      expect(limitingSituation(situation, BIRTH, after(9))).toBe(situation);
    }
  });

  it('shuts the same without any plan, and nothing is known without a birth', () => {
    expect(unplannedSituation(BIRTH).track).toEqual(birth());
    expect(unplannedSituation(null).track).toEqual(other);
  });
});
