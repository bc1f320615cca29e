import { describe, expect, it } from 'vitest';
import {
  allowsMaximum,
  canOverride,
  gatesOf,
  maximumGates,
  referenceHoldsFrom,
  type Gate
} from '../../../src/lib/plan/gates';
import type { Situation } from '../../../src/lib/plan/situation';
import type { Step } from '../../../src/lib/plan/steps';
import { NO_SYMPTOMS, type Symptoms } from '../../../src/lib/plan/symptoms';
import {
  after,
  birth,
  of,
  other,
  pained,
  pregnant,
  prescribed,
  setting,
  strained,
  surgery,
  wordAt
} from './courses';

const severe = (agreed: Situation['agreed'] = [], track = birth()) =>
  of(track, { complicated: true, agreed });
const operated = (agreed: Situation['agreed'] = [], hasCatheter = false) =>
  of(surgery(hasCatheter), { agreed });

describe('a floor that is too tense', () => {
  it.each<[Step, Situation, Gate[]]>([
    [2, of(pregnant, { isTense: true }), []],
    [3, of(pregnant, { isTense: true }), [{ kind: 'tense' }]],
    [5, of(birth(), { isTense: true }), []],
    [6, of(birth(), { isTense: true }), [{ kind: 'tense' }]],
    [7, of(birth(), { isTense: true }), [{ kind: 'tense' }]]
  ])('relaxes first: step %d', (step, situation, gates) => {
    const found = gatesOf(step, situation, NO_SYMPTOMS, after(200));
    expect(found).toEqual(gates);
    expect(canOverride(found)).toBe(true);
    expect(allowsMaximum(situation, NO_SYMPTOMS, null, after(200))).toBe(false);
  });
});

describe('a maximum', () => {
  const allowed = ['start', 'strength'] as const;
  it.each<[string, Situation, boolean, number, boolean]>([
    ['before six weeks', of(birth()), false, 41, false],
    ['from six weeks on', of(birth()), false, 42, true],
    ['after a caesarean before eight', of(birth('caesarean')), false, 55, false],
    ['after a caesarean from eight on', of(birth('caesarean')), false, 56, true],
    ['where the way of birth is not told before eight', of(birth(null)), false, 55, false],
    ['where the way of birth is not told from eight on', of(birth(null)), false, 56, true],
    ['with pain', of(birth()), true, 100, false],
    ['with pain that she trains because of', of(birth(), { complaints: ['pain'] }), false, 100, false],
    [
      'with a prolapse that she trains because of',
      of(birth(), { complaints: ['prolapse'] }),
      false,
      100,
      true
    ],
    ['after a severe birth', severe(), false, 100, false],
    ['after one, with the doctor', severe(['start']), false, 42, true],
    ['in pregnancy', of(pregnant), false, 0, false],
    ['in pregnancy where it is wanted', of(pregnant, { wantsMaximum: true }), false, 0, true],
    ['in pregnancy where it is wanted, with pain', of(pregnant, { wantsMaximum: true }), true, 0, false],
    [
      'in pregnancy where it is wanted, with bleeding',
      of(pregnant, { wantsMaximum: true, complicated: true }),
      false,
      0,
      false
    ],
    ['after an operation', operated(['start']), false, 100, false],
    ['after one, with the doctor on balance alone', operated(['start', 'balance']), false, 100, false],
    ['after one, with the doctor, before six weeks', operated(allowed), false, 41, false],
    ['after one, with the doctor', operated(allowed), false, 42, true],
    ['after one, with a catheter', operated(allowed, true), false, 100, false],
    ['before six weeks, however much it is wanted', of(birth(), { wantsMaximum: true }), false, 41, false],
    ['otherwise', of(other), false, 0, true],
    ['otherwise with pain', of(other), true, 0, false]
  ])('%s', (_, situation, hasPain, days, is) => {
    expect(allowsMaximum(situation, hasPain ? pained() : NO_SYMPTOMS, null, after(days))).toBe(is);
  });
});

describe('what keeps a maximum from being measured', () => {
  it.each<[string, Situation, Symptoms, number, Gate[]]>([
    ['a day short of six weeks', of(birth()), NO_SYMPTOMS, 41, [{ kind: 'until', day: after(42) }]],
    ['nothing from six weeks on', of(birth()), NO_SYMPTOMS, 42, []],
    ['doming', of(birth()), strained(), 100, [{ kind: 'strain' }]],
    [
      'doming today',
      of(birth()),
      strained(1, { isOverToday: true }),
      100,
      [{ kind: 'tomorrow' }, { kind: 'strain' }]
    ],
    ['pain in pregnancy', of(pregnant, { wantsMaximum: true }), pained(), 0, [{ kind: 'pain' }]],
    ['pain otherwise', of(other), pained(), 0, [{ kind: 'pain' }]]
  ])('%s', (_, situation, symptoms, days, gates) => {
    expect(maximumGates(situation, symptoms, null, after(days))).toEqual(gates);
    expect(allowsMaximum(situation, symptoms, null, after(days))).toBe(gates.length === 0);
  });

  it.each<[string, ReturnType<typeof prescribed>, Symptoms, boolean]>([
    ['on step 6', prescribed(setting(6), { override: wordAt(5) }), NO_SYMPTOMS, true],
    ['on step 6, and pain after it', prescribed(setting(6), { override: wordAt(5) }), pained(6), false],
    ['on step 6, and pain before it', prescribed(setting(6), { override: wordAt(5) }), pained(5), true],
    ['on step 5', prescribed(setting(5), { override: wordAt(5) }), NO_SYMPTOMS, false],
    ['none', prescribed(setting(6)), NO_SYMPTOMS, false]
  ])("is lifted by a therapist's word about strength: %s", (_, prescription, symptoms, is) => {
    expect(allowsMaximum(of(birth()), symptoms, prescription, after(20))).toBe(is);
  });
});

describe('100 % means the same', () => {
  const agreed = operated(['start', 'strength']);
  it.each<[string, Situation, number, number | null]>([
    ['since the birth', of(birth()), 10, 0],
    ['since the birth, a day short of six weeks', of(birth()), 41, 0],
    ['since step 6 opened, that day', of(birth()), 42, 42],
    ['since step 6 opened, long ago', of(birth()), 1000, 42],
    ['since a caesarean, a day short of eight weeks', of(birth('caesarean')), 55, 0],
    ['since step 6 opened after a caesarean', of(birth('caesarean')), 56, 56],
    ['since a birth of which the way is not told, a day short of eight weeks', of(birth(null)), 55, 0],
    ['since step 6 opened after it', of(birth(null)), 56, 56],
    ['since the operation', agreed, 41, 0],
    ['since six weeks after it', agreed, 42, 42],
    ['always in pregnancy', of(pregnant), 0, null],
    ['always otherwise', of(other), 0, null]
  ])('%s', (_, situation, today, from) => {
    expect(referenceHoldsFrom(situation, after(today))).toBe(from === null ? null : after(from));
  });
});
