import { describe, expect, it } from 'vitest';
import { Finger } from '../../../firmware-sim/finger';
import { Muscle, TRAITS } from '../../../firmware-sim/muscle';
import { repeatingPattern } from '../../../firmware-sim/pattern';

const step = (tS: number) => (tS >= 1 ? 100 : 0);
const times = (fromS: number, toS: number, hz = 100) =>
  Array.from({ length: Math.round((toS - fromS) * hz) }, (_, i) => fromS + i / hz);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const sd = (values: readonly number[]) => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

describe('ideal muscle', () => {
  it('does exactly what is asked', () => {
    const intent = (tS: number) => 50 + 60 * Math.sin(tS * 3);
    const muscle = new Muscle({ seed: 1, intent, ...TRAITS.ideal });
    for (const tS of times(0, 100, 37)) expect(muscle.at(tS)).toBe(intent(tS));
  });
});

describe('dynamics', () => {
  it('reaches 63.2 % one time constant after the reaction time, falls to 36.8 % likewise', () => {
    const muscle = new Muscle({
      seed: 1,
      intent: (tS) => (tS >= 1 && tS < 5 ? 100 : 0),
      reactionS: 0.2,
      riseTauS: 0.3,
      fallTauS: 0.5
    });
    expect([0, 1.19].map((tS) => muscle.at(tS))).toEqual([0, 0]);
    // The inner step of 2 ms moves the curve by up to one step: 100 / 0.3 · e⁻¹ · 0.002 = 0.25.
    expect(muscle.at(1.5)).toBeCloseTo(100 * (1 - Math.exp(-1)), 0);
    expect(muscle.at(5.2)).toBeCloseTo(100, 2);
    expect(muscle.at(5.7)).toBeCloseTo(100 * Math.exp(-1), 0);
  });

  it('as two stages starts softly and follows 1 − (1 + 2t/τ)·exp(−2t/τ)', () => {
    const muscle = new Muscle({ seed: 1, intent: step, riseTauS: 0.4, fallTauS: 0.4, order: 2 });
    expect(muscle.at(0)).toBe(0);
    for (const sinceS of [0.05, 0.2, 0.6]) {
      const x = sinceS / 0.2;
      expect(Math.abs(muscle.at(1 + sinceS) - 100 * (1 - (1 + x) * Math.exp(-x)))).toBeLessThan(0.6);
    }
  });

  it('gives the same force however often it is asked', () => {
    const make = () => new Muscle({ seed: 5, intent: step, ...TRAITS.restless });
    const [often, seldom] = [make(), make()];
    for (const tS of times(0, 30, 100)) {
      const force = often.at(tS);
      if (Math.round(tS * 100) % 50 === 0) expect(seldom.at(tS)).toBe(force);
    }
  });

  it('repeats itself for one seed and differs for another', () => {
    const run = (seed: number) => {
      const muscle = new Muscle({ seed, intent: step, ...TRAITS.calm });
      return times(0, 5).map((tS) => muscle.at(tS));
    };
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });
});

describe('disturbances', () => {
  it.each([100, 50])('trembles with an SD in proportion to a force of %i %', (forcePct) => {
    const muscle = new Muscle({ seed: 3, intent: () => forcePct, tremorPct: 2 });
    const values = times(0, 300).map((tS) => muscle.at(tS));
    expect(sd(values)).toBeGreaterThan(0.9 * 2 * (forcePct / 100));
    expect(sd(values)).toBeLessThan(1.1 * 2 * (forcePct / 100));
    expect(Math.abs(mean(values) - forcePct)).toBeLessThan(0.1);
  });

  it('breathes 15 times a minute with the amplitude asked for', () => {
    const muscle = new Muscle({ seed: 3, intent: () => 0, breathingPct: 2 });
    const values = times(0, 60).map((tS) => muscle.at(tS));
    const rises = values.filter((value, i) => value >= 0 && (values[i - 1] ?? 0) < 0).length;
    expect(rises).toBeGreaterThanOrEqual(14);
    expect(rises).toBeLessThanOrEqual(15);
    expect(Math.max(...values)).toBeCloseTo(2, 3);
  });

  it('tires towards the floor and recovers: (100 − 40)·e⁻¹ + 40 = 62 after one time constant of full effort', () => {
    const muscle = new Muscle({
      seed: 1,
      intent: (tS) => (tS < 20 ? 200 : 0),
      fatigueTauS: 20,
      fatigueFloorPct: 40,
      recoveryTauS: 10
    });
    muscle.at(0);
    const tired = muscle.at(20);
    // Effort falls with the force, so it tires more slowly than that; it never goes below.
    expect(tired).toBeGreaterThan(62);
    expect(tired).toBeLessThan(80);
    expect(muscle.at(20.1)).toBe(0);
    muscle.at(60);
    // 40 s of rest: at most 60·e⁻⁴ = 1.1 is missing.
    expect(muscle.reachablePct).toBeGreaterThan(98.8);
  });

  it('drifts 3 % in two minutes at 1.5 % a minute, from 0', () => {
    const muscle = new Muscle({ seed: 1, intent: () => 0, driftPctPerMin: 1.5 });
    expect(muscle.at(0)).toBe(0);
    expect(muscle.at(120)).toBeCloseTo(3, 9);
  });

  it('coughs on demand: 0.3 s, highest in the middle', () => {
    const muscle = new Muscle({ seed: 1, intent: () => 0, coughPct: 50 });
    muscle.at(1);
    muscle.cough();
    expect([1, 1.15, 1.3].map((tS) => muscle.at(tS))).toEqual([0, 50, 0]);
  });

  it('coughs by itself about as often as asked: 360 ± 5·√360 in ten hours', () => {
    const muscle = new Muscle({ seed: 9, intent: () => 0, coughsPerHour: 36 });
    let coughs = 0;
    let before = 0;
    for (let i = 0; i < 360_000; i += 1) {
      const value = muscle.at(i / 10);
      if (value > 0 && before === 0) coughs += 1;
      before = value;
    }
    expect(Math.abs(coughs - 360)).toBeLessThan(5 * Math.sqrt(360));
  });
});

describe('finger', () => {
  it('climbs at 45 %/s to 100 and falls at 100 %/s to 0', () => {
    const finger = new Finger();
    expect(finger.at(10)).toBe(0);
    finger.press();
    expect(finger.at(11)).toBe(45);
    expect(finger.at(12)).toBe(90);
    expect(finger.at(13)).toBe(100);
    finger.release();
    expect(finger.at(13.6)).toBeCloseTo(40, 9);
    expect(finger.at(15)).toBe(0);
  });

  it('levels off at the height that is asked for, and only a second one goes beyond', () => {
    let asked = 40;
    const finger = new Finger(() => asked);
    finger.at(0);
    finger.press('Space');
    // 45 %/s: 40 % after 0.89 s.
    expect(finger.at(0.5)).toBeCloseTo(22.5, 9);
    expect([1, 5].map(finger.at)).toEqual([40, 40]);
    // A key that repeats is no second one.
    finger.press('Space');
    expect(finger.at(6)).toBe(40);
    finger.press('Enter');
    expect(finger.at(7)).toBe(85);
    expect(finger.at(8)).toBe(100);
    finger.release('Enter');
    // 100 %/s down, to where the first one still holds.
    expect(finger.at(8.5)).toBeCloseTo(50, 9);
    expect(finger.at(9)).toBe(40);
    asked = 60;
    expect(finger.at(10)).toBe(60);
    finger.release();
    expect(finger.pressed).toBe(false);
    expect(finger.at(11)).toBe(0);
  });

  it('asks for no more than 100 %', () => {
    const finger = new Finger(() => 150);
    finger.at(0);
    finger.press();
    expect(finger.at(10)).toBe(100);
  });

  it('held at 40 %, a practised muscle stays within a band of 5 %', () => {
    const finger = new Finger(() => 40);
    const muscle = new Muscle({ seed: 7, intent: finger.at, ...TRAITS.calm });
    muscle.at(0);
    finger.press();
    muscle.at(2);
    for (const tS of times(2, 12)) expect(Math.abs(muscle.at(tS) - 40)).toBeLessThan(5);
  });

  it('serves as an intent', () => {
    const finger = new Finger();
    const muscle = new Muscle({ seed: 1, intent: finger.at });
    muscle.at(0);
    finger.press();
    expect(muscle.at(2)).toBe(90);
  });
});

describe('repeating pattern', () => {
  it('rises, holds, falls and rests: 4, 2, 4, 6 s', () => {
    const pattern = repeatingPattern({ riseS: 4, holdS: 2, fallS: 4, restS: 6, forcePct: 40, leadInS: 1 });
    expect([0, 1, 3, 5, 7, 9, 11, 16, 19].map(pattern)).toEqual([0, 0, 20, 40, 40, 20, 0, 0, 20]);
  });
});
