import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/plan/calendar';
import {
  allowsMaximum,
  gatesOf,
  stepsOf,
  type Gate,
  type Situation,
  type StepNumber,
  type Track
} from '../../../src/lib/plan/gates';

const BORN = '2026-03-14';
const after = (days: number) => addDays(BORN, days);
const birth = (changed: Partial<Extract<Track, { kind: 'postnatal' }>> = {}): Track => ({
  kind: 'postnatal',
  born: BORN,
  caesarean: false,
  severe: false,
  ...changed
});
const surgery: Track = { kind: 'surgery', operated: BORN };
const of = (track: Track, changed: Partial<Situation> = {}): Situation => ({
  track,
  doctorAgreed: [],
  pain: false,
  ...changed
});
const until = (days: number): Gate => ({ kind: 'until', day: after(days) });
const start: Gate = { kind: 'doctor', word: 'start' };
const strength: Gate = { kind: 'doctor', word: 'strength' };

describe('a step', () => {
  it.each<[string, StepNumber, Situation, number, Gate[]]>([
    ['three days after a birth', 4, of(birth()), 3, [until(4)]],
    ['four days after it', 4, of(birth()), 4, []],
    ['three days after it', 5, of(birth()), 3, [until(4)]],
    ['four days after it', 5, of(birth()), 4, []],
    ['a day short of six weeks', 6, of(birth()), 41, [until(42)]],
    ['six weeks', 6, of(birth()), 42, []],
    ['a caesarean, a day short of eight weeks', 6, of(birth({ caesarean: true })), 55, [until(56)]],
    ['a caesarean, eight weeks', 6, of(birth({ caesarean: true })), 56, []],
    ['a day short of twelve weeks', 7, of(birth()), 83, [until(84)]],
    ['twelve weeks', 7, of(birth()), 84, []],
    ['a caesarean, twelve weeks', 7, of(birth({ caesarean: true })), 84, []],
    ['week 2', 7, of(birth()), 10, [until(84)]],
    ['a severe birth without a doctor', 4, of(birth({ severe: true })), 30, [start]],
    ['one with a doctor', 4, of(birth({ severe: true }), { doctorAgreed: ['start'] }), 30, []],
    ['pain in week 8', 6, of(birth(), { pain: true }), 56, [{ kind: 'pain' }]],
    ['pain in week 8', 5, of(birth(), { pain: true }), 56, []],
    ['an operation', 4, of(surgery), 10, [start]],
    ['an operation that a doctor lets train', 4, of(surgery, { doctorAgreed: ['start'] }), 10, []],
    ['a day short of six weeks', 5, of(surgery, { doctorAgreed: ['start'] }), 41, [until(42)]],
    ['six weeks', 5, of(surgery, { doctorAgreed: ['start'] }), 42, []],
    ['six weeks', 6, of(surgery, { doctorAgreed: ['start'] }), 42, [strength]],
    ['strength allowed', 6, of(surgery, { doctorAgreed: ['start', 'strength'] }), 42, []],
    ['pregnancy', 2, of({ kind: 'pregnant' }), 0, []],
    ['pregnancy with pain', 3, of({ kind: 'pregnant' }, { pain: true }), 0, [{ kind: 'pain' }]],
    ['pregnancy with pain', 2, of({ kind: 'pregnant' }, { pain: true }), 0, []]
  ])('%s: step %d', (_, step, situation, days, gates) => {
    expect(gatesOf(step, situation, after(days))).toEqual(gates);
  });

  it('is one of its track', () => {
    expect(stepsOf({ kind: 'pregnant' })).toEqual([1, 2, 3]);
    expect(stepsOf(birth())).toEqual([4, 5, 6, 7]);
    expect(stepsOf(surgery)).toEqual([4, 5, 6, 7]);
  });
});

describe('a maximum', () => {
  it.each<[string, Situation, number, boolean, boolean]>([
    ['before six weeks', of(birth()), 41, true, false],
    ['from six weeks on', of(birth()), 42, false, true],
    ['after a caesarean before eight', of(birth({ caesarean: true })), 55, true, false],
    ['after a caesarean from eight on', of(birth({ caesarean: true })), 56, false, true],
    ['with pain', of(birth(), { pain: true }), 100, true, false],
    ['in pregnancy', of({ kind: 'pregnant' }), 0, false, false],
    ['in pregnancy where it is wanted', of({ kind: 'pregnant' }), 0, true, true],
    ['after an operation', of(surgery, { doctorAgreed: ['start'] }), 100, true, false],
    ['after one, with the doctor', of(surgery, { doctorAgreed: ['start', 'strength'] }), 42, true, true],
    ['otherwise', of({ kind: 'other' }), 0, false, true]
  ])('%s', (_, situation, days, isWanted, allowed) => {
    expect(allowsMaximum(situation, after(days), isWanted)).toBe(allowed);
  });
});
