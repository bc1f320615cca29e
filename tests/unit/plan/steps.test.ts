import { expect, it } from 'vitest';
import { asksStrength, PRINTED_BALANCE, STEPS, TARGETED, treatmentOf } from '../../../src/lib/plan/steps';
import { LIMITS, within } from '../../../src/lib/signal/limits';
import { PATTERN_UNIT_MS } from '../../../src/lib/signal/target';

it('begins each step as the plan is printed, and step 5 with little', () => {
  const printed = TARGETED.map(({ step, setUp: { forcePct, pattern } }) => {
    const { riseMs, holdMs, fallMs, restMs } = pattern;
    return [step, forcePct, ...[riseMs, holdMs, fallMs, restMs].map((ms) => ms / PATTERN_UNIT_MS)];
  });
  expect(printed).toEqual([
    [2, 40, 40, 20, 40, 60],
    [3, 50, 30, 50, 30, 40],
    // Printed as 30 %, 20;90;20;40: its hold starts at 10, its force minimal.
    [5, 15, 20, 10, 20, 40],
    [6, 50, 30, 50, 30, 40],
    [7, 70, 30, 30, 30, 40]
  ]);
});

it('trains each step in its programme, until fatigue or not, so many times a day', () => {
  expect(
    STEPS.map((step) => {
      const { programme, rounds, perDay, setUp } = treatmentOf(step);
      return [step, programme, rounds, perDay, setUp?.rounds, setUp?.tangentPct];
    })
  ).toEqual([
    [1, 'open', 'fixed', null, undefined, undefined],
    [2, 'strength', 'before-fatigue', null, 5, undefined],
    [3, 'strength', 'past-fatigue', 3, 5, undefined],
    [4, 'open', 'fixed', null, undefined, undefined],
    [5, 'endurance', 'past-fatigue', null, 5, undefined],
    [6, 'strength', 'past-fatigue', 3, 5, undefined],
    [7, 'coordination', 'fixed', 3, 5, 20]
  ]);
});

it('asks for nothing that cannot be set up by hand', () => {
  for (const { setUp } of TARGETED) {
    const { riseMs, holdMs, fallMs, restMs } = setUp.pattern;
    expect(within(setUp.forcePct, LIMITS.forcePct)).toBe(true);
    expect(within(setUp.rounds, LIMITS.rounds)).toBe(true);
    expect(within(setUp.bandPct, LIMITS.bandPct)).toBe(true);
    expect(within(riseMs / 1000, LIMITS.riseS)).toBe(true);
    expect(within(holdMs / 1000, LIMITS.holdS)).toBe(true);
    expect(within(fallMs / 1000, LIMITS.fallS)).toBe(true);
    expect(within(restMs / 1000, LIMITS.restS)).toBe(true);
  }
});

it('grows step 5 into what is printed', () => {
  const { step, rounds, setUp } = PRINTED_BALANCE;
  expect([step, rounds, setUp.forcePct, setUp.pattern]).toEqual([
    5,
    'past-fatigue',
    30,
    { riseMs: 2000, holdMs: 9000, fallMs: 2000, restMs: 4000 }
  ]);
});

it('asks for strength in steps 3, 6 and 7', () => {
  expect(STEPS.filter(asksStrength)).toEqual([3, 6, 7]);
});

it('counts letting go in the step that is about relaxing alone', () => {
  expect(TARGETED.filter(({ setUp }) => setUp.goal === 'release').map(({ step }) => step)).toEqual([2]);
});
