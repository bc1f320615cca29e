import { describe, expect, it } from 'vitest';
import { allowedLoad, isAllowed } from '../../../src/lib/plan/load';
import type { Override, Setting } from '../../../src/lib/plan/prescription';
import type { Situation } from '../../../src/lib/plan/situation';
import { NO_SYMPTOMS, type Symptoms } from '../../../src/lib/plan/symptoms';
import { after, birth, of, pained, prescribed, setting, setUpOf, strained, surgery, wordAt } from './courses';
import { BALANCE, LITTLE, STRENGTH } from './loads';

/** Of that moment is the therapist's word. */
const WORD_MS = 10;
interface Given {
  readonly symptoms?: Symptoms;
  readonly situation?: Situation;
  readonly override?: Override | null;
}
const limits = (
  now: Setting,
  days: number,
  { symptoms = NO_SYMPTOMS, situation = of(birth()), override = wordAt(WORD_MS) }: Given = {}
) => allowedLoad({ situation, symptoms, prescription: prescribed(now, { override }) }, after(days));

describe("a therapist's word on a step", () => {
  it('lifts the limits to what that step comes to', () => {
    expect(limits(setting(6), 9)).toMatchObject({
      most: STRENGTH,
      because: { kind: 'step', step: 6, next: 7, gates: [{ kind: 'until', day: after(84) }] },
      allowsMaximum: true,
      shut: [],
      fatigue: null
    });
    expect(limits(setting(6), 2).shut).toEqual([]);
    expect(limits(setting(6), 5)).toMatchObject({ most: STRENGTH, because: { kind: 'step', step: 6 } });
  });

  it.each<[string, Setting, Partial<typeof STRENGTH>]>([
    ['force', setting(6, { forcePct: 90 }), { forcePct: 90 }],
    ['hold', setting(6, { holdS: 40 }), { holdMs: 40_000 }],
    ['rounds', setting(6, { rounds: 20 }), { rounds: 20 }],
    ['a tangent', setting(6, { tangentPct: 40 }), { tangentPct: 40 }]
  ])('lets its setting go beyond what the step asks for: %s', (_, now, more) => {
    expect(limits(now, 50).most).toEqual({ ...STRENGTH, ...more });
  });

  it('on step 5 lifts the first week up to what is prescribed, and no further', () => {
    expect(limits(setting(5, { forcePct: 25 }), 5).most).toEqual({ ...LITTLE, forcePct: 25 });
    expect(limits(setting(5), 5).most).toEqual(LITTLE);
  });

  it('is needed: the same prescription without it lifts nothing', () => {
    const none = { override: null };
    expect(limits(setting(6, { forcePct: 90, rounds: 20 }), 9, none)).toMatchObject({
      most: BALANCE,
      allowsMaximum: false,
      fatigue: 'before'
    });
    expect(limits(setting(5, { forcePct: 25 }), 5, none).most).toEqual(LITTLE);
  });

  it.each<[string, Symptoms]>([
    ['pain', pained(WORD_MS)],
    ['doming or heaviness', strained(WORD_MS)]
  ])('counts for a complaint that was there: %s', (_, symptoms) => {
    expect(limits(setting(6), 9, { symptoms })).toMatchObject({ most: STRENGTH, shut: [] });
  });

  it.each<[string, Symptoms]>([
    ['pain', pained(WORD_MS + 1)],
    ['doming or heaviness', strained(WORD_MS + 1)]
  ])('is over with a complaint that comes after it, also for what it prescribes: %s', (_, symptoms) => {
    const found = limits(setting(6, { forcePct: 90, rounds: 20 }), 9, { symptoms });
    expect(found).toMatchObject({ most: BALANCE, allowsMaximum: false, fatigue: 'before', shut: [] });
    expect(isAllowed(setUpOf(6, { forcePct: 50 }), 'ref', found)).toBe(false);
  });

  it('opens nothing today after doming, nor after a second strain', () => {
    const today = strained(WORD_MS, { isOverToday: true });
    expect(limits(setting(6), 50, { symptoms: today }).shut).toEqual([{ kind: 'tomorrow' }]);
    const again = strained(WORD_MS + 1, { isRepeatedStrain: true });
    expect(limits(setting(6), 50, { symptoms: again }).shut).toEqual([{ kind: 'see' }]);
  });

  it("does not stand for a doctor's, also for what it prescribes", () => {
    const situation = of(surgery(), { agreed: ['start', 'balance'] });
    expect(limits(setting(6, { forcePct: 60 }), 50, { situation })).toMatchObject({
      most: BALANCE,
      allowsMaximum: false,
      shut: []
    });
    const complicated = of(birth(), { complicated: true });
    expect(limits(setting(6), 50, { situation: complicated }).shut).toEqual([
      { kind: 'doctor', consent: 'start' }
    ]);
    const catheter = of(surgery(true), { agreed: ['start', 'coordination'] });
    expect(limits(setting(6), 50, { situation: catheter }).shut).toEqual([{ kind: 'catheter' }]);
  });
});
