import { expect, it } from 'vitest';
import { addDays } from '../../../src/lib/plan/calendar';
import { allowsMaximum, gatesOf, referenceHoldsFrom } from '../../../src/lib/plan/gates';
import type { Consent, Situation } from '../../../src/lib/plan/situation';
import { STEPS } from '../../../src/lib/plan/steps';
import { NO_SYMPTOMS } from '../../../src/lib/plan/symptoms';
import { after, BORN, of } from './courses';

/** An operation in three weeks. */
const TODAY = BORN;
const operated = after(21);
const situation = (isToCome: boolean, ...agreed: Consent[]): Situation =>
  of({ kind: 'surgery', operated, hasCatheter: false, ...(isToCome && { isToCome }) }, { agreed });
const open = (of: Situation, today = TODAY) =>
  STEPS.slice(3).filter((step) => gatesOf(step, of, NO_SYMPTOMS, today).length === 0);

it("opens awareness and balance before it, each on the doctor's word, and no strength", () => {
  expect(open(situation(true))).toEqual([]);
  expect(open(situation(true, 'start'))).toEqual([4]);
  expect(open(situation(true, 'start', 'balance'))).toEqual([4, 5]);
  expect(open(situation(true, 'start', 'coordination'))).toEqual([4, 5]);
  expect(gatesOf(6, situation(true, 'start', 'strength'), NO_SYMPTOMS, TODAY)).toEqual([
    { kind: 'until', day: addDays(operated, 42) }
  ]);
});

it('opens awareness only where nobody knows that it is still to come, and for six weeks after it', () => {
  const agreed = ['start', 'coordination'] as const;
  expect(open(situation(false, ...agreed))).toEqual([4]);
  expect(open(situation(false, ...agreed), addDays(operated, 41))).toEqual([4]);
  expect(open(situation(false, ...agreed), addDays(operated, 42))).toEqual([4, 5, 6, 7]);
});

it('asks for no maximum before it, and keeps what is 100 % until it', () => {
  const planned = situation(true, 'start', 'coordination');
  expect(allowsMaximum(planned, NO_SYMPTOMS, null, TODAY)).toBe(false);
  expect(referenceHoldsFrom(planned, TODAY)).toBeNull();
  expect(referenceHoldsFrom(situation(false), operated)).toBe(operated);
});
