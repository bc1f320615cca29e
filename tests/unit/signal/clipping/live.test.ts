import { expect, it } from 'vitest';
import type { SignalEvent } from '../../../../src/lib/signal/event';
import { littleSession, run } from '../little-session';
import { gaussian } from '../rest/gaussian';

/** 1000 at rest, 100 % at 1500 and rounds of 40 %, with noise of SD 2 in whole numbers, cut off at some number from some time on. */
function cutOff(at: number, fromS: number): readonly SignalEvent[] {
  const normal = gaussian(9);
  return run(
    littleSession().map(({ t, v }) => {
      const noisy = Math.round(v + 2 * normal());
      return { t, v: t < fromS ? noisy : Math.min(at, noisy) };
    })
  ).events;
}

it('a squeeze that is cut off below the end of a range that nobody knows is not refused for its flat top alone', () => {
  const attempts = cutOff(1400, 0).filter((event) => event.type === 'attempt');
  expect(attempts.slice(0, 3).map(({ attempt }) => attempt.refused)).toEqual([null, null, null]);
});

it('a round that is cut off there has bounds, and no variation', () => {
  const rounds = cutOff(1190, 27).filter((event) => event.type === 'round');
  expect(rounds).toHaveLength(2);
  for (const { figures } of rounds)
    expect(figures).toMatchObject({
      isSaturated: true,
      riseTimeS: null,
      holdCvPct: null,
      holdMeanPct: expect.closeTo(38, 0) as number
    });
});

it('a round that is not cut off is measured', () => {
  const rounds = cutOff(5000, 0).filter((event) => event.type === 'round');
  expect(rounds.map(({ figures }) => figures.isSaturated)).toEqual([false, false]);
});
