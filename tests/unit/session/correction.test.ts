import { describe, expect, it } from 'vitest';
import { correctionAt } from '../../../src/lib/session/correction';
import { SetSchedule } from '../../../src/lib/signal/schedule';

/** 40 % with a band of ±10 %: rise from 3 to 7 s at 10 %/s, hold to 9 s, fall to 13 s, rest to 19 s. */
const SCHEDULE = new SetSchedule({
  forcePct: 40,
  pattern: { riseMs: 4000, holdMs: 2000, fallMs: 4000, restMs: 6000 },
  rounds: 2,
  bandPct: 10
}).with(0, 1, 3);

/** The 2 s up to a moment, 50 samples a second. */
function at(nowS: number, pct: (t: number) => number) {
  const timeS = Array.from({ length: 101 }, (_, i) => nowS - 2 + i / 50);
  return correctionAt(SCHEDULE, { timeS, value: timeS.map(pct) }, nowS);
}
const target = (t: number) => SCHEDULE.valueAt(t);

describe('what would bring the force back into the band', () => {
  it.each([
    ['within it', 0, null],
    ['at its upper edge', 10, null],
    ['at its lower edge', -10, null],
    ['above it', 10.5, 'ease'],
    ['below it', -10.5, 'more']
  ] as const)('in the hold, %s', (_, off, correction) => {
    expect(at(8.98, (t) => target(t) + off)?.correction ?? null).toBe(correction);
  });

  it('is said after 0.3 s on one side, with the moment since when', () => {
    const since = (s: number) => at(8.98, (t) => (t < 8.98 - s - 1e-9 ? 40 : 60));
    expect(since(0.28)).toBeNull();
    expect(since(0.3)?.sinceS).toBeCloseTo(8.68, 9);
    expect(since(1)?.sinceS).toBeCloseTo(7.98, 9);
  });

  it('does not flicker where noise crosses the edge of the band', () => {
    expect(at(9, (t) => (Math.round(50 * t) % 5 === 0 ? 49 : 51))).toBeNull();
  });

  it.each([
    ['before the first round', 2.5],
    ['in the rest', 16]
  ])('is not said %s, however hard she squeezes', (_, nowS) => {
    expect(at(nowS, () => 80)).toBeNull();
  });

  it('asks nobody for more who lets go fast, and asks who does not let go to ease', () => {
    expect(at(10.5, (t) => (t < 9 ? 40 : 0))).toBeNull();
    expect(at(12, () => 40)?.correction).toBe('ease');
  });

  it('says nothing where nothing is known, and looks across no gap', () => {
    expect(at(9, () => NaN)).toBeNull();
    expect(correctionAt(SCHEDULE, { timeS: [], value: [] }, 9)).toBeNull();
    expect(correctionAt(SCHEDULE, { timeS: [8, 8.9, 9], value: [60, 60, 60] }, 9)).toBeNull();
  });
});
