import { describe, expect, it } from 'vitest';
import { gatesOf, type Gate } from '../../../src/lib/plan/gates';
import { DELIVERIES, stepsOf, type Situation, type Track } from '../../../src/lib/plan/situation';
import type { Step } from '../../../src/lib/plan/steps';
import { NO_SYMPTOMS } from '../../../src/lib/plan/symptoms';
import { after, birth, of, other, pained, pregnant, surgery } from './courses';

const until = (days: number): Gate => ({ kind: 'until', day: after(days) });
const start: Gate = { kind: 'doctor', consent: 'start' };
const strength: Gate = { kind: 'doctor', consent: 'strength' };
const catheter: Gate = { kind: 'catheter' };
const pain: Gate = { kind: 'pain' };

const severe = (agreed: Situation['agreed'] = [], track = birth()) =>
  of(track, { complicated: true, agreed });
const operated = (agreed: Situation['agreed'] = [], hasCatheter = false) =>
  of(surgery(hasCatheter), { agreed });

describe('a step', () => {
  it.each<[string, Step, Situation, number, Gate[]]>([
    ['on the day of a birth', 4, of(birth()), 0, [until(4)]],
    ['three days after it', 4, of(birth()), 3, [until(4)]],
    ['four days after it', 4, of(birth()), 4, []],
    ['three days after it', 5, of(birth()), 3, [until(4)]],
    ['four days after it', 5, of(birth()), 4, []],
    ['three days after a caesarean', 5, of(birth('caesarean')), 3, [until(4)]],
    ['four days after it', 5, of(birth('caesarean')), 4, []],
    ['a day short of six weeks', 6, of(birth()), 41, [until(42)]],
    ['six weeks', 6, of(birth()), 42, []],
    ['with forceps, a day short of six weeks', 6, of(birth('assisted')), 41, [until(42)]],
    ['with forceps, six weeks', 6, of(birth('assisted')), 42, []],
    ['a caesarean, six weeks', 6, of(birth('caesarean')), 42, [until(56)]],
    ['a caesarean, a day short of eight weeks', 6, of(birth('caesarean')), 55, [until(56)]],
    ['a caesarean, eight weeks', 6, of(birth('caesarean')), 56, []],
    ['no way of birth told, six weeks', 6, of(birth(null)), 42, [until(56)]],
    ['no way of birth told, a day short of eight weeks', 6, of(birth(null)), 55, [until(56)]],
    ['no way of birth told, eight weeks', 6, of(birth(null)), 56, []],
    ['a day short of twelve weeks', 7, of(birth()), 83, [until(84)]],
    ['twelve weeks', 7, of(birth()), 84, []],
    ['a caesarean, a day short of twelve weeks', 7, of(birth('caesarean')), 83, [until(84)]],
    ['a caesarean, twelve weeks', 7, of(birth('caesarean')), 84, []],
    ['week 2', 7, of(birth()), 10, [until(84)]],
    ['an operation', 4, operated(), 10, [start]],
    ['an operation that a doctor lets train', 4, operated(['start']), 0, []],
    ['a catheter', 4, operated(['start'], true), 10, [catheter]],
    [
      'a catheter, with every word of a doctor',
      6,
      operated(['start', 'coordination'], true),
      100,
      [catheter]
    ],
    ['pregnancy', 1, of(pregnant), 0, []],
    ['pregnancy', 3, of(pregnant), 0, []],
    ['pregnancy past its due date', 3, of(pregnant), 101, []],
    ['neither', 7, of(other), 0, []]
  ])('%s: step %d', (_, step, situation, days, gates) => {
    expect(gatesOf(step, situation, NO_SYMPTOMS, after(days))).toEqual(gates);
  });

  it('that somebody trains because of pain is shut where it asks for strength', () => {
    const situation = of(birth(), { complaints: ['pain'] });
    expect([5, 6].map((step) => gatesOf(step as Step, situation, NO_SYMPTOMS, after(140)))).toEqual([
      [],
      [pain]
    ]);
  });

  it.each(['leaking', 'urge', 'stool', 'wind', 'sexual-pain', 'heaviness', 'prolapse'] as const)(
    'that somebody trains because of another complaint is open: %s',
    (complaint) => {
      const situation = of(birth(), { complaints: [complaint] });
      for (const step of stepsOf(birth())) {
        expect(gatesOf(step, situation, NO_SYMPTOMS, after(140))).toEqual([]);
      }
    }
  );

  it.each<[string, Situation, Step[]]>([
    ['a birth', of(birth()), [6, 7]],
    ['an operation', operated(['start', 'coordination']), [6, 7]],
    ['pregnancy', of(pregnant), [3]],
    ['neither', of(other), [3, 7]]
  ])('with pain in week 20 of %s is shut where it asks for strength', (_, situation, shut) => {
    for (const step of stepsOf(situation.track)) {
      const gates = gatesOf(step, situation, pained(), after(140));
      expect([step, gates]).toEqual([step, shut.includes(step) ? [pain] : []]);
    }
  });

  it.each<[string, Track]>([
    ['a birth', birth()],
    ['pregnancy', pregnant],
    ['neither', other]
  ])('with complications asks for a doctor, whichever it is: %s', (_, track) => {
    for (const step of stepsOf(track)) {
      expect(gatesOf(step, severe([], track), NO_SYMPTOMS, after(140))).toEqual([start]);
      expect(gatesOf(step, severe(['strength'], track), NO_SYMPTOMS, after(140))).toEqual([start]);
      expect(gatesOf(step, severe(['start'], track), NO_SYMPTOMS, after(140))).toEqual([]);
    }
  });

  it('tells all that keeps it shut', () => {
    expect(gatesOf(7, severe(), pained(), after(10))).toEqual([start, until(84), pain]);
    expect(gatesOf(6, operated([], true), pained(), after(10))).toEqual([
      start,
      strength,
      catheter,
      until(42),
      pain
    ]);
  });

  it.each(DELIVERIES)('is open three years after a birth: %s', (delivery) => {
    for (const step of stepsOf(birth())) {
      expect(gatesOf(step, of(birth(delivery)), NO_SYMPTOMS, '2029-03-14')).toEqual([]);
    }
  });

  it.each([1, 30, 400])('is shut %d days before a birth, until so long after it', (days) => {
    const gates = stepsOf(birth()).map((step) => gatesOf(step, of(birth()), NO_SYMPTOMS, after(-days)));
    expect(gates).toEqual([[until(4)], [until(4)], [until(42)], [until(84)]]);
  });

  it('is one of its track', () => {
    expect(stepsOf(pregnant)).toEqual([1, 2, 3]);
    expect(stepsOf(birth())).toEqual([4, 5, 6, 7]);
    expect(stepsOf(surgery())).toEqual([4, 5, 6, 7]);
    expect(stepsOf(other)).toEqual([1, 2, 3, 7]);
  });
});
