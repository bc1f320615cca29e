import { describe, expect, it } from 'vitest';
import { gatesOf, type Gate } from '../../../src/lib/plan/gates';
import { stepsOf, type Situation } from '../../../src/lib/plan/situation';
import { asksStrength } from '../../../src/lib/plan/steps';
import { NO_SYMPTOMS, symptomsOf } from '../../../src/lib/plan/symptoms';
import { addDays } from '../../../src/lib/plan/calendar';
import { birth, of, OPEN, other, pregnant, session, strained, surgery, told } from './courses';

const strain: Gate = { kind: 'strain' };
const see: Gate = { kind: 'see' };
const tomorrow: Gate = { kind: 'tomorrow' };

/** Where nothing else is shut. */
describe.each<[string, Situation]>([
  ['a birth', of(birth())],
  ['an operation', of(surgery(), { agreed: ['start', 'coordination'] })],
  ['pregnancy', of(pregnant)],
  ['neither', of(other)]
])('doming or heaviness, on the track of %s', (_, situation) => {
  const gates = (symptoms: typeof NO_SYMPTOMS) =>
    stepsOf(situation.track).map((step) => ({ step, gates: gatesOf(step, situation, symptoms, OPEN) }));

  it('once keeps strength shut, and nothing else', () => {
    for (const { step, gates: found } of gates(strained()))
      expect([step, found]).toEqual([step, asksStrength(step) ? [strain] : []]);
  });

  it('today ends the day for every step, also for one that is open', () => {
    for (const { step, gates: found } of gates(strained(1, { isOverToday: true })))
      expect([step, found]).toEqual([step, asksStrength(step) ? [tomorrow, strain] : [tomorrow]]);
  });

  it('twice in a row asks every step to be seen first', () => {
    for (const { step, gates: found } of gates(strained(1, { isRepeatedStrain: true })))
      expect([step, found]).toEqual([step, asksStrength(step) ? [see, strain] : [see]]);
  });

  it('that a later check does not name any more keeps nothing shut', () => {
    for (const { step, gates: found } of gates(NO_SYMPTOMS)) expect([step, found]).toEqual([step, []]);
  });
});

it('locks step 6 from the check that names it until the check that does not, over days', () => {
  const noon = (day: string) => Date.parse(`${day}T12:00`);
  const named = session(noon(OPEN), [], told(['heaviness']));
  const on = (days: number, ...sessions: ReturnType<typeof session>[]) => {
    const today = addDays(OPEN, days);
    const symptoms = symptomsOf(sessions, today);
    return ([5, 6] as const).map((step) => gatesOf(step, of(birth()), symptoms, today));
  };
  const unasked = session(noon(addDays(OPEN, 1)), [], told(null));
  const clear = session(noon(addDays(OPEN, 2)), [], told([]));
  const again = session(noon(addDays(OPEN, 1)), [], told([], ['doming']));
  expect(on(0, named)).toEqual([[tomorrow], [tomorrow, strain]]);
  expect(on(1, named)).toEqual([[], [strain]]);
  expect(on(30, named)).toEqual([[], [strain]]);
  expect(on(1, unasked, named)).toEqual([[], [strain]]);
  expect(on(1, again, named)).toEqual([
    [tomorrow, see],
    [tomorrow, see, strain]
  ]);
  expect(on(2, again, named)).toEqual([[see], [see, strain]]);
  // A check without it opens strength, but not what a physiotherapist has to look at.
  expect(on(2, clear, again, named)).toEqual([[see], [see]]);
  const visit = { atMs: noon(addDays(OPEN, 2)) - 1 };
  const seen = symptomsOf([clear, again, named], addDays(OPEN, 3), visit);
  expect(gatesOf(6, of(birth()), seen, addDays(OPEN, 3))).toEqual([]);
  expect(on(2, clear, named)).toEqual([[], []]);
});
