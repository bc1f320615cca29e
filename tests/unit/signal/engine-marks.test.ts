import { describe, expect, it } from 'vitest';
import { ROW, ROW_LENGTH } from '../../../src/lib/signal/engine';
import { COMMANDS, littleSession, RAW, run, SET_UP, type Timed } from './little-session';
import { sampled, straight } from './samples';

type Corners = readonly (readonly [s: number, pct: number])[];

/** Up to `pct` within `riseS`, 0.6 s there, and down again as fast. */
const pulse = (s: number, riseS: number, pct = 50): Corners => [
  [s, 0],
  [s + riseS, pct],
  [s + riseS + 0.6, pct],
  [s + 2 * riseS + 0.6, 0]
];

/** The little session up to 24 s, which has a best rise of 200 %/s, and then these corners, in %. */
function told(corners: Corners, commands: readonly Timed[] = COMMANDS, rateHz = 100) {
  const [calibration, then] = [RAW(), straight(...corners)];
  const samples = sampled((s) => (s < 24 ? calibration(s) : 1000 + 5 * then(s)), rateHz, 0, 60);
  const { events, rows } = run(samples, commands);
  const pctAt = (s: number) => rows[Math.round(s * rateHz) * ROW_LENGTH + ROW.pct];
  return {
    marks: events.filter((event) => event.type === 'mark'),
    contractions: events.filter((event) => event.type === 'contraction'),
    rounds: events.filter((event) => event.type === 'round'),
    zeros: events.filter((event) => event.type === 'zero'),
    pctAt
  };
}

const WITHOUT_SET = COMMANDS.slice(0, 3);
/** Rests of 6 s: the first from 32 to 38 s. */
const LONG_REST = { ...SET_UP, pattern: { ...SET_UP.pattern, restMs: 6000 } };
const WITH_LONG_REST: readonly Timed[] = [...WITHOUT_SET, [25, { do: 'start', setUp: LONG_REST }]];
const round = (s: number): Corners => [
  [s, 0],
  [s + 1, 40],
  [s + 3, 40],
  [s + 4, 0]
];

describe('a pulse outside of a set', () => {
  /*
   * The slope of the line through a window w, in which a ramp to A within r lies, is A/w · (1.5 − 0.5 (r/w)²) at most: with A = 50 % and
   * w = 0.1 s that is 687 %/s for 0.05 s and 500 %/s for 0.1 s. Three times the best of the calibration is 600 %/s.
   */
  it('that rises more than three times as steeply as any squeeze is marked, and no contraction', () => {
    const { marks, contractions } = told(pulse(30, 0.05), WITHOUT_SET);
    // 2 % of 1000 %/s after 30 s; under 6 % at 30.694 s.
    expect(marks).toEqual([
      { type: 'mark', mark: 'pulse', fromS: expect.closeTo(30.002, 6) as number, atS: 30.7 }
    ]);
    expect(contractions).toEqual([]);
  });

  it('that rises less steeply is a contraction, and not marked', () => {
    const { marks, contractions } = told(pulse(30, 0.1), WITHOUT_SET);
    expect(marks).toEqual([]);
    expect(contractions).toHaveLength(1);
  });

  it('is compared with the same best after another tare', () => {
    const commands: readonly Timed[] = [...WITHOUT_SET, [25, { do: 'tare', windowS: 3 }]];
    expect(told(pulse(30, 0.05), commands).marks).toHaveLength(1);
    expect(told(pulse(30, 0.1), commands).marks).toEqual([]);
  });

  it('that peaks within two samples is marked even at 10 Hz, where no rise is measured', () => {
    const { marks, contractions } = told(pulse(30, 0.1), WITHOUT_SET, 10);
    expect(marks).toHaveLength(1);
    expect(contractions).toEqual([]);
  });

  it('does not take a real contraction after it with it', () => {
    const { marks, contractions } = told([...pulse(30, 0.02), ...round(32)], WITHOUT_SET);
    expect(marks).toHaveLength(1);
    expect(contractions.map(({ startS }) => Math.round(startS))).toEqual([32]);
  });
});

describe('a pulse in a set', () => {
  it.each([
    ['in the lead-in', 26],
    ['in a rest', 33]
  ])('is marked %s', (_, s) => {
    const { marks } = told(pulse(s, 0.02), WITH_LONG_REST);
    expect(marks).toMatchObject([{ mark: 'pulse', fromS: expect.closeTo(s, 2) as number }]);
  });

  it('is marked while the next round waits', () => {
    // Tense up to 42 s, so the round waits from 38 to 43 s.
    expect(told([[40, 20], [41.8, 20], [42, 0], ...pulse(42.3, 0.02)], WITH_LONG_REST).marks).toHaveLength(1);
  });

  it('is not marked where tensing is asked for, nor across the cue to it', () => {
    expect(
      told([...pulse(28.5, 0.02), ...pulse(30, 0.02), ...pulse(31.2, 0.02)], WITH_LONG_REST).marks
    ).toEqual([]);
    expect(told(pulse(27.8, 0.02), WITH_LONG_REST).marks).toEqual([]);
  });

  it('is not marked in a pause', () => {
    const paused: readonly Timed[] = [...WITH_LONG_REST, [29, { do: 'pause' }]];
    expect(told(pulse(33, 0.02), paused).marks).toEqual([]);
  });

  it('is measured by the steepest rise that was asked for, too', () => {
    // 40 % within 0.05 s, asked for: 550 %/s. What rises to 50 % as fast later is no knock any more.
    const quick: Corners = [
      [28.2, 0],
      [28.25, 40],
      [31, 40],
      [32, 0]
    ];
    expect(told(pulse(34, 0.05), WITH_LONG_REST).marks).toHaveLength(1);
    expect(told([...quick, ...pulse(34, 0.05)], WITH_LONG_REST).marks).toEqual([]);
  });

  it('leaves the score as it was', () => {
    const { rounds } = told([...round(28), ...pulse(37, 0.02)], WITH_LONG_REST);
    // 50 % for 0.62 of the last 2 s.
    expect(rounds[0]?.figures.restMeanPct).toBeCloseTo((50 * 0.62) / 2, 1);
  });
});

describe('a drift', () => {
  it('of 9 % a minute is followed in the rests, and adds to a hold what came since the last one', () => {
    const perS = 9 / 60;
    const rest = 6;
    const setUp = { ...LONG_REST, rounds: 3 };
    const commands: readonly Timed[] = [...WITHOUT_SET, [25, { do: 'start', setUp }]];
    const drifting: Corners = [28, 38, 48].flatMap((s) =>
      round(s).map(([at, pct]) => [at, pct + perS * (at - 24)] as const)
    );
    const { rounds } = told([[24, 0], ...drifting, [60, perS * 36]], commands);
    expect(rounds).toHaveLength(3);
    for (const { figures, startS } of rounds) {
      // The newest sample that counts is half a second older than the round, and the middle of the scored hold 2.25 s younger. Behind that
      // sample the zero lies slope·τ, and what a rest of 6 s leaves of the 5 s in which nothing counted. The set's begin, and the first and the
      // last that count, may each be a step or two of samples late.
      const sinceS = 0.5 + 2.25;
      const error = (figures.holdMeanPct ?? NaN) - 40;
      expect(error).toBeGreaterThan(perS * sinceS);
      expect(error).toBeLessThan(perS * (sinceS + 2 + 4 / 100 + 5 * Math.exp(-(rest - 1) / 2)));
      // Against the tare all of it is told, one second before the round's end.
      expect(figures.restMeanPct).toBeCloseTo(perS * (startS + 9 - 24), 1);
    }
  });
});

describe('another posture', () => {
  const shift: Corners = [...round(28), [34, 0], [34.1, 6]];

  it('is marked in a rest, and the zero goes there; rest is told against the tare still', () => {
    const { marks, rounds, zeros, pctAt } = told(shift, WITH_LONG_REST);
    // 60 %/s: 2 % above 0 at 34.033 s, 2 % below 6 at 34.067 s, and 1.5 s more. Two samples are a mean, so that one lies in every 20 ms, and is
    // known half a step later.
    expect(marks).toMatchObject([{ mark: 'posture' }]);
    expect(Math.abs((marks[0]?.fromS ?? NaN) - 34.0233)).toBeLessThan(0.0101);
    expect(Math.abs((marks[0]?.atS ?? NaN) - 35.5817)).toBeLessThan(0.0151);
    expect(pctAt(35.5)).toBeCloseTo(6, 6);
    // The level is the mean of 1.5 s, of which the first 0.033 s were less than 2 % below.
    expect(Math.abs(pctAt(35.6) ?? NaN)).toBeLessThan((2 * 0.033) / 1.5);
    expect(pctAt(50)).toBeCloseTo(0, 1);
    expect(zeros.map(({ zeroPct }) => Math.round(zeroPct))).toEqual([6]);
    // The first round's rest ends at 38 s.
    expect(rounds[0]?.figures.restMeanPct).toBeCloseTo(6, 6);
    expect(rounds[0]?.figures.zeroPct).toBeCloseTo(6, 1);
  });

  it('is taken back where the signal is let go to where it was: before the rest ends, and in the next rest', () => {
    // 6 % from 34.1 s on are certain at 35.57 s. Let go in the same rest; or only with the round that follows, whose rest begins at 42 s.
    for (const letGo of [
      [
        [36, 6],
        [36.1, 0]
      ],
      [
        [38, 6],
        [39, 40],
        [41, 40],
        [42, 0]
      ]
    ] satisfies Corners[]) {
      const { marks, zeros, pctAt } = told([...shift, ...letGo], WITH_LONG_REST);
      expect(marks.map(({ mark }) => mark)).toEqual(['posture', 'posture']);
      expect(zeros.map(({ zeroPct }) => Math.round(zeroPct) + 0)).toEqual([6, 0]);
      expect(pctAt(50)).toBeCloseTo(0, 1);
    }
  });

  it('is not marked outside of sets', () => {
    expect(told(shift, WITHOUT_SET).marks).toEqual([]);
  });

  it('is not marked where a fall ends above 0', () => {
    expect(
      told(
        [
          [28, 0],
          [29, 40],
          [31, 40],
          [32, 15]
        ],
        WITH_LONG_REST
      ).marks
    ).toEqual([]);
  });
});

it('a session without any of it has no marks', () => {
  expect(run(littleSession()).events.filter(({ type }) => type === 'mark')).toEqual([]);
});
