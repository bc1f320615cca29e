import { expect, it } from 'vitest';
import { STEPS, TARGETED, treatmentOf } from '../../../src/lib/plan/steps';
import { LIMITS, within } from '../../../src/lib/signal/limits';
import { PATTERN_UNIT_MS } from '../../../src/lib/signal/target';

it('begins each step as the plan is printed', () => {
  const printed = TARGETED.map(({ step, setUp: { forcePct, pattern } }) => {
    const { riseMs, holdMs, fallMs, restMs } = pattern;
    return [step, forcePct, ...[riseMs, holdMs, fallMs, restMs].map((ms) => ms / PATTERN_UNIT_MS)];
  });
  expect(printed).toEqual([
    [2, 40, 40, 20, 40, 60],
    [3, 50, 30, 50, 30, 40],
    // Its hold starts at 10.
    [5, 30, 20, 10, 20, 40],
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
    expect(within(riseMs / PATTERN_UNIT_MS, LIMITS.rise)).toBe(true);
    expect(within(holdMs / PATTERN_UNIT_MS, LIMITS.hold)).toBe(true);
    expect(within(fallMs / PATTERN_UNIT_MS, LIMITS.fall)).toBe(true);
    expect(within(restMs / PATTERN_UNIT_MS, LIMITS.rest)).toBe(true);
  }
});
