import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoundFigures } from '../../../src/lib/signal/event';
import { COMMANDS, littleSession, RAW, run, type Timed } from './little-session';
import { sampled, type Sample } from './samples';

function roundsOf(samples: readonly Sample[], commands = COMMANDS, range?: { min: number; max: number }) {
  const { events } = run(samples, commands, 1, range);
  return events.flatMap((event) => (event.type === 'round' ? [event] : []));
}
const figuresOf = (samples: readonly Sample[], commands = COMMANDS): readonly RoundFigures[] =>
  roundsOf(samples, commands).map(({ figures }) => figures);

/** Commands that come `byS` later. */
const later = (byS: number): Timed[] => COMMANDS.map(([atS, command]) => [atS + byS, command]);
const RATES = [20, 50, 100, 200] as const;

/** The little session's rounds: 40 % within 1 s, 2 s there, down within 1 s; the cue to let go after 3 s. */
function expectTheRound(figures: RoundFigures, rateHz: number, slackPct: number) {
  // The cue may be two steps of samples late; a height that is off by so much is passed at 40 %/s.
  const slackS = 2.01 / rateHz + slackPct / 40;
  const near = (value: number | null, to: number, within: number) => {
    expect(Math.abs((value ?? NaN) - to)).toBeLessThan(within);
  };
  // A round begins up to a step late, with one sample of the next slope in its hold and its rest: a step of it, weighing a step of 1 s at least.
  const edgePct = 45 / rateHz ** 2;
  near(figures.holdMeanPct, 40, edgePct + slackPct);
  near(figures.holdInBandPct, 100, 1e-6);
  near(figures.restMeanPct, 0, edgePct + slackPct);
  near(figures.reactionS, 0.05, slackS);
  // 6 % is passed 34/40 s after the cue.
  near(figures.releaseTimeS, 0.85, slackS);
  near(figures.riseTimeS, 0.8, slackS);
  const { riseRate } = figures;
  expect(riseRate).toHaveProperty('valuePctPerS');
  // Both ends of the window may be off by the slack.
  if ('valuePctPerS' in riseRate)
    near(riseRate.valuePctPerS, 40, 0.01 + (2 * slackPct) / (riseRate.windowMs / 1000));
  near(figures.rateHz, rateHz, 0.03 * rateHz);
  expect(figures.isSaturated).toBe(false);
  expect(figures.quality).toBe('good');
}

describe.each(RATES)('two rounds at %i Hz', (rateHz) => {
  const clean = littleSession(rateHz);

  it('have the figures of their straight lines', () => {
    const rounds = figuresOf(clean);
    expect(rounds).toHaveLength(2);
    for (const figures of rounds) expectTheRound(figures, rateHz, 0);
  });

  it('have them with times that jitter by a twentieth of a step', () => {
    const raw = RAW();
    const jittered = clean.map(({ t }, i) => {
      const at = t + (0.05 * Math.sin(2.7 * i)) / rateHz;
      return { t: at, v: raw(at) };
    });
    for (const figures of figuresOf(jittered)) expectTheRound(figures, rateHz, 0);
  });

  it('have them in whole numbers, 500 to 100 %', () => {
    const whole = clean.map(({ t, v }) => ({ t, v: Math.round(v) }));
    // Half a number is 0.1 %.
    for (const figures of figuresOf(whole)) expectTheRound(figures, rateHz, 0.1);
  });

  it('have them where a contraction lowers the value', () => {
    const commands: Timed[] = COMMANDS.map(([atS, command]) => [
      atS,
      command.do === 'accept' ? { do: 'accept', polarity: -1 } : command
    ]);
    for (const figures of figuresOf(littleSession(rateHz, RAW(-1)), commands))
      expectTheRound(figures, rateHz, 0);
  });

  it('have them an hour and eight hours into the session', () => {
    for (const byS of [3600, 8 * 3600]) {
      const shifted = clean.map(({ t, v }) => ({ t: t + byS, v }));
      for (const figures of figuresOf(shifted, later(byS))) expectTheRound(figures, rateHz, 1e-6);
    }
  });

  it('have them with every twentieth sample lost, but for a rise rate across a loss', () => {
    const lossy = clean.filter((_, i) => i % 20 !== 7);
    for (const figures of figuresOf(lossy)) {
      const { riseRate } = figures;
      // A step of 2 is bridged, but no window of a slope reaches over it: either a whole one was found, or none.
      if ('valuePctPerS' in riseRate) expect(riseRate.valuePctPerS).toBeCloseTo(40, 1);
      else expect(riseRate).toEqual({ notMeasured: 'gap' });
      expect(figures.holdMeanPct).toBeCloseTo(40, 6);
      expect(Math.abs((figures.releaseTimeS ?? NaN) - 0.85)).toBeLessThan(2.01 / rateHz);
    }
  });
});

describe('a sensor at its limit', () => {
  it('makes a round’s figures bounds where it cuts the hold off', () => {
    // The sensor ends at 100.2 %, and the second hold beyond it.
    const limit = 1501;
    const raw = RAW();
    const cut = sampled((s) => (s > 34.1 && s < 36 ? limit : raw(s)), 100, 0, 42);
    const [first, second] = roundsOf(cut, COMMANDS, { min: 0, max: limit });
    expect(first?.figures.isSaturated).toBe(false);
    expect(first?.figures.holdCvPct).toBeCloseTo(0, 2);
    expect(second?.figures).toMatchObject({ isSaturated: true, holdCvPct: null, holdCvDetrendedPct: null });
    expect(second?.figures.holdMeanPct).toBeCloseTo(100.2, 1);
    const [, unlimited] = roundsOf(cut);
    expect(unlimited?.figures.isSaturated).toBe(false);
    expect(unlimited?.figures.holdCvPct).not.toBeNull();
  });

  it('refuses a squeeze that reached it', () => {
    const refusals = (max: number) =>
      run(littleSession(), COMMANDS, 1, { min: 0, max })
        .events.flatMap((event) => (event.type === 'attempt' ? [event.attempt.refused] : []))
        .slice(0, 3);
    expect(refusals(1499)).toEqual(['rail', 'rail', 'rail']);
    expect(refusals(1501)).toEqual([null, null, null]);
  });
});

it('scale, offset and direction of the sensor’s numbers change no figure of a round', () => {
  const plain = figuresOf(littleSession(50));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: -20_000, max: 20_000 }),
      fc.constantFrom(1 as const, -1 as const),
      (scale, offset, polarity) => {
        const other = littleSession(50).map(({ t, v }) => ({ t, v: offset + polarity * scale * (v - 1000) }));
        const commands: Timed[] = COMMANDS.map(([atS, command]) => [
          atS,
          command.do === 'accept' ? { do: 'accept', polarity } : command
        ]);
        const figures = figuresOf(other, commands);
        expect(figures).toHaveLength(2);
        figures.forEach((round, i) => {
          for (const key of [
            'reactionS',
            'releaseTimeS',
            'riseTimeS',
            'rmsePct',
            'holdMeanPct',
            'holdInBandPct',
            'restMeanPct'
          ] as const)
            expect(round[key]).toBeCloseTo(plain[i]?.[key] ?? NaN, 6);
          expect(round.quality).toBe(plain[i]?.quality);
        });
      }
    ),
    { numRuns: 20 }
  );
});
