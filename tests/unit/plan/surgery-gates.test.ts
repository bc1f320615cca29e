import { describe, expect, it } from 'vitest';
import { gatesOf, type Gate } from '../../../src/lib/plan/gates';
import { consentFor, stepsOf, type Consent } from '../../../src/lib/plan/situation';
import type { Step } from '../../../src/lib/plan/steps';
import { NO_SYMPTOMS } from '../../../src/lib/plan/symptoms';
import { after, of, surgery } from './courses';

const word = (consent: Consent): Gate => ({ kind: 'doctor', consent });
const until: Gate = { kind: 'until', day: after(42) };
const gates = (step: Step, agreed: readonly Consent[], days: number, hasCatheter = false) =>
  gatesOf(step, of(surgery(hasCatheter), { agreed }), NO_SYMPTOMS, after(days));

describe('after an operation, each step asks for a word of the doctor of its own', () => {
  it.each<[Consent[], Step, Gate[]]>([
    [[], 4, [word('start')]],
    [[], 5, [word('start'), word('balance')]],
    [[], 6, [word('start'), word('strength')]],
    [[], 7, [word('start'), word('coordination')]],
    [['start'], 4, []],
    [['start'], 5, [word('balance')]],
    [['start'], 6, [word('strength')]],
    [['start'], 7, [word('coordination')]],
    [['start', 'balance'], 4, []],
    [['start', 'balance'], 5, []],
    [['start', 'balance'], 6, [word('strength')]],
    [['start', 'balance'], 7, [word('coordination')]],
    // A word on a later step covers those before it, but never the start.
    [['start', 'strength'], 5, []],
    [['start', 'strength'], 6, []],
    [['start', 'strength'], 7, [word('coordination')]],
    [['start', 'coordination'], 5, []],
    [['start', 'coordination'], 6, []],
    [['start', 'coordination'], 7, []],
    [['balance'], 5, [word('start')]],
    [['coordination'], 7, [word('start')]]
  ])('agreed to %j: step %d', (agreed, step, expected) => {
    expect(gates(step, agreed, 42)).toEqual(expected);
  });

  it('whatever is agreed, nothing but awareness before six weeks', () => {
    for (const step of [5, 6, 7] as const) {
      expect(gates(step, ['start', 'coordination'], 41)).toEqual([until]);
      expect(gates(step, ['start', 'coordination'], 42)).toEqual([]);
    }
    expect(gates(4, ['start', 'coordination'], 0)).toEqual([]);
  });

  it('and nothing before the catheter is out', () => {
    for (const step of stepsOf(surgery())) {
      expect(gates(step, ['start', 'coordination'], 100, true)).toEqual([{ kind: 'catheter' }]);
    }
  });
});

describe('the word that a step needs still', () => {
  it.each<[Step, Consent[], Consent | null]>([
    [4, [], null],
    [5, [], 'balance'],
    [5, ['start'], 'balance'],
    [5, ['balance'], null],
    [5, ['strength'], null],
    [6, ['balance'], 'strength'],
    [6, ['strength'], null],
    [6, ['coordination'], null],
    [7, ['strength'], 'coordination'],
    [7, ['coordination'], null]
  ])('step %d with %j: %j', (step, agreed, needed) => {
    expect(consentFor(step, agreed)).toBe(needed);
  });
});
