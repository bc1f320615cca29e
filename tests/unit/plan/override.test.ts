import { describe, expect, it } from 'vitest';
import { canOverride, gatesFor, gatesLeft, type Gate } from '../../../src/lib/plan/gates';
import type { Step } from '../../../src/lib/plan/steps';
import { NO_SYMPTOMS, type Symptoms } from '../../../src/lib/plan/symptoms';
import { after, birth, of, pained, prescribed, setting, strained, wordAt } from './courses';

const until = (days: number): Gate => ({ kind: 'until', day: after(days) });
const start: Gate = { kind: 'doctor', consent: 'start' };
const strength: Gate = { kind: 'doctor', consent: 'strength' };
const catheter: Gate = { kind: 'catheter' };
const pain: Gate = { kind: 'pain' };

describe("a therapist's word", () => {
  it.each<[string, Gate[], boolean]>([
    ['nothing', [], true],
    ['a date', [until(42)], true],
    ['pain', [pain], true],
    ['a date and pain', [until(42), pain], true],
    ['a doctor', [start], false],
    ["a doctor's word on strength", [strength], false],
    ['a catheter', [catheter], false],
    ['a date and a doctor', [until(42), start], false],
    ['doming or heaviness', [{ kind: 'strain' }], true],
    ['doming or heaviness twice in a row', [{ kind: 'see' }, { kind: 'strain' }], true],
    ['a floor that is too tense', [{ kind: 'tense' }], true],
    ['a day that is over', [{ kind: 'tomorrow' }], false],
    ['a day that is over and a date', [{ kind: 'tomorrow' }, until(42)], false]
  ])('opens what is kept shut by %s: %j', (_, gates, can) => {
    expect(canOverride(gates)).toBe(can);
  });

  const strain: Gate = { kind: 'strain' };
  const see: Gate = { kind: 'see' };
  const tomorrow: Gate = { kind: 'tomorrow' };
  const tense: Gate = { kind: 'tense' };
  it.each<[string, Gate[], Symptoms, Gate[]]>([
    ['a date', [until(42)], NO_SYMPTOMS, []],
    ['a floor that is too tense', [tense], NO_SYMPTOMS, []],
    ['pain that was there', [pain], pained(10), []],
    ['pain that she trains because of', [pain], NO_SYMPTOMS, []],
    ['a strain that was there', [strain], strained(10), []],
    // A word that came after it would have lifted it from the answers themselves.
    ['two strains in a row', [see, strain], strained(10, { isRepeatedStrain: true }), [see]],
    ['everything but pain that came after it', [until(42), pain, tense], pained(11), [pain]],
    ['everything but a strain that came after it', [until(42), strain], strained(11), [strain]],
    [
      'everything but a second strain after it',
      [see, until(42), strain],
      strained(11, { isRepeatedStrain: true }),
      [see, strain]
    ],
    [
      'pain before it, not a strain after it',
      [pain, strain],
      { ...pained(10), strain: { atMs: 11 } },
      [strain]
    ],
    ['no day that is over', [tomorrow, strain], strained(10, { isOverToday: true }), [tomorrow]],
    [
      'no word of a doctor, no catheter',
      [start, strength, catheter, until(42)],
      NO_SYMPTOMS,
      [start, strength, catheter]
    ]
  ])('of that moment lifts %s', (_, gates, symptoms, left) => {
    expect(gatesLeft(gates, wordAt(10), symptoms)).toEqual(left);
    expect(gatesLeft(gates, null, symptoms)).toEqual(gates);
  });

  it('is about the step that is prescribed, and no other', () => {
    const opened = prescribed(setting(6), { override: wordAt(10) });
    const left = (step: Step) => gatesFor(step, of(birth()), NO_SYMPTOMS, opened, after(20));
    expect(left(6)).toEqual([]);
    expect(left(7)).toEqual([until(84)]);
    expect(gatesFor(6, of(birth()), NO_SYMPTOMS, prescribed(setting(6)), after(20))).toEqual([until(42)]);
    expect(gatesFor(6, of(birth()), NO_SYMPTOMS, null, after(20))).toEqual([until(42)]);
  });
});
