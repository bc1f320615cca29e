import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../src/lib/plan/gates';
import { allowedLoad, cautiousLoad, type LimitReason, type Profile } from '../../../src/lib/plan/load';
import type { Consent, Situation } from '../../../src/lib/plan/situation';
import type { Step } from '../../../src/lib/plan/steps';
import { NO_SYMPTOMS, type Symptoms } from '../../../src/lib/plan/symptoms';
import { after, birth, of, other, pained, pregnant, strained, surgery } from './courses';
import { BALANCE, COORDINATION, LITTLE, RELAXING, STRENGTH } from './loads';

const until = (days: number): Gate => ({ kind: 'until', day: after(days) });
const doctor = (consent: Consent): Gate => ({ kind: 'doctor', consent });
const gate = (kind: 'pain' | 'tense' | 'strain' | 'see' | 'tomorrow' | 'catheter'): Gate => ({ kind });

const profile = (situation: Situation, symptoms: Symptoms = NO_SYMPTOMS): Profile => ({
  situation,
  symptoms,
  prescription: null
});
const limits = (situation: Situation, days: number, symptoms?: Symptoms) =>
  allowedLoad(profile(situation, symptoms), after(days));
const operated = (...agreed: Consent[]) => of(surgery(), { agreed });
const FIRST_WEEK: LimitReason = { kind: 'first-week' };
const upTo = (step: Step, next: Step | null, ...gates: Gate[]): LimitReason => ({
  kind: 'step',
  step,
  next,
  gates
});

describe('after a birth', () => {
  it.each<[string, Situation, number, typeof LITTLE, LimitReason]>([
    ['four days', of(birth()), 4, LITTLE, FIRST_WEEK],
    ['the last day of the first week', of(birth()), 6, LITTLE, FIRST_WEEK],
    ['the second week', of(birth()), 7, BALANCE, upTo(5, 6, until(42))],
    ['a day short of two weeks', of(birth()), 13, BALANCE, upTo(5, 6, until(42))],
    ['two weeks', of(birth()), 14, BALANCE, upTo(5, 6, until(42))],
    ['a day short of six weeks', of(birth()), 41, BALANCE, upTo(5, 6, until(42))],
    ['six weeks', of(birth()), 42, STRENGTH, upTo(6, 7, until(84))],
    ['with forceps, a day short of six weeks', of(birth('assisted')), 41, BALANCE, upTo(5, 6, until(42))],
    ['with forceps, six weeks', of(birth('assisted')), 42, STRENGTH, upTo(6, 7, until(84))],
    ['a caesarean, the first week', of(birth('caesarean')), 6, LITTLE, FIRST_WEEK],
    ['a caesarean, six weeks', of(birth('caesarean')), 42, BALANCE, upTo(5, 6, until(56))],
    ['a caesarean, a day short of eight weeks', of(birth('caesarean')), 55, BALANCE, upTo(5, 6, until(56))],
    ['a caesarean, eight weeks', of(birth('caesarean')), 56, STRENGTH, upTo(6, 7, until(84))],
    ['no way told, six weeks', of(birth(null)), 42, BALANCE, upTo(5, 6, until(56))],
    ['no way told, a day short of eight weeks', of(birth(null)), 55, BALANCE, upTo(5, 6, until(56))],
    ['no way told, eight weeks', of(birth(null)), 56, STRENGTH, upTo(6, 7, until(84))],
    ['a day short of twelve weeks', of(birth()), 83, STRENGTH, upTo(6, 7, until(84))],
    ['twelve weeks', of(birth()), 84, COORDINATION, upTo(7, null)],
    ['a caesarean, twelve weeks', of(birth('caesarean')), 84, COORDINATION, upTo(7, null)]
  ])('%s', (_, situation, days, most, because) => {
    expect(limits(situation, days)).toMatchObject({ most, because, shut: [], tangentNeedsMaximum: true });
  });

  it('nothing is trained before day 4', () => {
    for (const delivery of ['vaginal', 'assisted', 'caesarean', null] as const) {
      expect(limits(of(birth(delivery)), 3)).toMatchObject({ shut: [until(4)], most: LITTLE });
      expect(limits(of(birth(delivery)), -5).shut).toEqual([until(4)]);
      expect(limits(of(birth(delivery)), 4).shut).toEqual([]);
    }
  });

  it.each([
    [4, 'before'],
    [13, 'before'],
    [14, null],
    [84, null]
  ])('day %d: fatigue ends every set as %j says', (days, fatigue) => {
    expect(limits(of(birth()), days).fatigue).toBe(fatigue);
    expect(limits(of(birth('caesarean')), days).fatigue).toBe(fatigue);
  });

  it.each<[Situation, number, boolean]>([
    [of(birth()), 41, false],
    [of(birth()), 42, true],
    [of(birth('caesarean')), 55, false],
    [of(birth('caesarean')), 56, true],
    [of(birth(null)), 55, false],
    [of(birth(null)), 56, true]
  ])('a maximum may be 100 %% from the day that strength opens: %j, day %d', (situation, days, is) => {
    expect(limits(situation, days).allowsMaximum).toBe(is);
  });

  it('of which severe complications are told, nothing is trained without a doctor', () => {
    const severe = (agreed: readonly Consent[]) => limits(of(birth(), { complicated: true, agreed }), 100);
    expect(severe([]).shut).toEqual([doctor('start')]);
    expect(severe(['strength']).shut).toEqual([doctor('start')]);
    expect(severe(['start'])).toMatchObject({ shut: [], most: COORDINATION });
  });
});

describe('after an operation', () => {
  it.each<[string, Situation, number, Gate[]]>([
    ['no word of a doctor', operated(), 100, [doctor('start'), doctor('balance')]],
    ['the word on the start alone', operated('start'), 100, [doctor('balance')]],
    ['the word on balance without the start', operated('balance'), 100, [doctor('start')]],
    ['a day short of six weeks', operated('start', 'balance'), 41, [until(42)]],
    ['a day short of six weeks, with every word', operated('start', 'coordination'), 41, [until(42)]],
    ['a catheter', of(surgery(true), { agreed: ['start', 'coordination'] }), 100, [gate('catheter')]]
  ])('%s: no set may begin', (_, situation, days, shut) => {
    expect(limits(situation, days)).toMatchObject({ shut, allowsMaximum: false });
  });

  it.each<[Situation, typeof LITTLE, LimitReason, boolean]>([
    [operated('start', 'balance'), BALANCE, upTo(5, 6, doctor('strength')), false],
    [operated('start', 'balance', 'strength'), STRENGTH, upTo(6, 7, doctor('coordination')), true],
    [operated('start', 'strength'), STRENGTH, upTo(6, 7, doctor('coordination')), true],
    [operated('start', 'coordination'), COORDINATION, upTo(7, null), true]
  ])('the steps open one by one at six weeks: %j', (situation, most, because, maximum) => {
    for (const days of [42, 200]) {
      const found = limits(situation, days);
      expect(found).toMatchObject({ most, because, shut: [], fatigue: null, allowsMaximum: maximum });
    }
  });
});

describe('before a birth, and on the other track', () => {
  it.each<[string, Situation, typeof LITTLE, LimitReason, boolean]>([
    ['pregnancy', of(pregnant), STRENGTH, upTo(3, null), false],
    ['pregnancy, with a maximum wanted', of(pregnant, { wantsMaximum: true }), STRENGTH, upTo(3, null), true],
    ['pregnancy, too tense', of(pregnant, { isTense: true }), RELAXING, upTo(2, 3, gate('tense')), false],
    ['neither', of(other), COORDINATION, upTo(7, null), true],
    ['neither, too tense', of(other, { isTense: true }), RELAXING, upTo(2, 3, gate('tense')), false],
    ['neither, with pain', of(other, { complaints: ['pain'] }), RELAXING, upTo(2, 3, gate('pain')), false]
  ])('%s', (_, situation, most, because, allowsMaximum) => {
    expect(limits(situation, 0)).toMatchObject({ most, because, allowsMaximum, shut: [], fatigue: null });
  });

  it('with bleeding nothing is trained without a doctor or midwife', () => {
    expect(limits(of(pregnant, { complicated: true }), 0).shut).toEqual([doctor('start')]);
    expect(limits(of(pregnant, { complicated: true, agreed: ['start'] }), 0).shut).toEqual([]);
  });
});

describe('with complaints in week 20', () => {
  const born = of(birth());
  const twice = strained(1, { isRepeatedStrain: true });
  it.each<[string, Situation, Symptoms, typeof LITTLE, LimitReason]>([
    ['pain', born, pained(), BALANCE, upTo(5, 6, gate('pain'))],
    ['doming or heaviness', born, strained(), BALANCE, upTo(5, 6, gate('strain'))],
    [
      'pain she trains because of',
      of(birth(), { complaints: ['pain'] }),
      NO_SYMPTOMS,
      BALANCE,
      upTo(5, 6, gate('pain'))
    ],
    ['a floor too tense', of(birth(), { isTense: true }), NO_SYMPTOMS, BALANCE, upTo(5, 6, gate('tense'))],
    ['pain in pregnancy', of(pregnant), pained(), RELAXING, upTo(2, 3, gate('pain'))],
    ['doming in pregnancy', of(pregnant), strained(), RELAXING, upTo(2, 3, gate('strain'))],
    ['doming otherwise', of(other), strained(), RELAXING, upTo(2, 3, gate('strain'))]
  ])('no strength: %s', (_, situation, symptoms, most, because) => {
    expect(limits(situation, 140, symptoms)).toMatchObject({ most, because, shut: [], allowsMaximum: false });
  });

  it('a prolapse that she trains because of limits nothing', () => {
    expect(limits(of(birth(), { complaints: ['prolapse', 'heaviness', 'leaking'] }), 140)).toEqual(
      limits(born, 140)
    );
  });

  it('doming or heaviness today shuts everything, and twice in a row until it was seen', () => {
    for (const situation of [born, of(pregnant), of(other)]) {
      expect(limits(situation, 140, strained(1, { isOverToday: true })).shut).toEqual([gate('tomorrow')]);
      expect(limits(situation, 140, twice).shut).toEqual([gate('see')]);
    }
  });
});

it('where nothing is known of the person, the most of all steps holds', () => {
  expect(allowedLoad(null, after(3))).toEqual({
    most: COORDINATION,
    because: { kind: 'unknown' },
    allowsMaximum: true,
    tangentNeedsMaximum: false,
    shut: [],
    fatigue: null
  });
});

describe('where a plan cannot be read', () => {
  it('only learning to relax is open, and what answers shut is shut all the same', () => {
    const over = { ...NO_SYMPTOMS, strain: { atMs: 0 }, isOverToday: true };
    expect(cautiousLoad(profile(of(other)), after(100))).toMatchObject({
      most: { forcePct: 40, holdMs: 9000 },
      allowsMaximum: false,
      shut: []
    });
    expect(cautiousLoad(profile(of(other), over), after(100)).shut).toEqual([gate('tomorrow')]);
  });
});
