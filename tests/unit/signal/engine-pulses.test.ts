import { describe, expect, it } from 'vitest';
import { SeriesLog } from '../../../src/lib/signal/quick/series-log';
import { COMMANDS, RAW, run } from './little-session';
import { PULSE } from './quick/pulses';
import { sampled } from './samples';

/** Up within 20 ms, 0.1 s at 60 %, and down as fast. */
const COUGH = (s: number) => 60 * Math.max(0, Math.min(1, s / 0.02, (0.14 - s) / 0.02));
/** The same, but 0.4 s long: as long as a quick squeeze. */
const LONG_COUGH = (s: number) => 60 * Math.max(0, Math.min(1, s / 0.02, (0.4 - s) / 0.02));

type Shape = (s: number) => number;

/** The little session up to 24 s, whose best rise is 200 %/s, and then these shapes; no set. */
function told(...shapes: readonly (readonly [atS: number, shape: Shape])[]) {
  const calibration = RAW();
  const pct = (s: number) => shapes.reduce((sum, [at, shape]) => sum + shape(s - at), 0);
  const samples = sampled((s) => (s < 24 ? calibration(s) : 1000 + 5 * pct(s)), 100, 0, 45);
  const { events } = run(samples, COMMANDS.slice(0, 3));
  const log = new SeriesLog();
  for (const event of events) {
    if (event.type === 'contraction') log.contraction(event);
    else if (event.type === 'relaxation') log.relaxation(event.startS, event.relaxation);
  }
  return {
    marks: events.filter(({ type }) => type === 'mark'),
    contractions: events.filter((event) => event.type === 'contraction'),
    series: log.series
  };
}

const SIX = Array.from({ length: 6 }, (_, i) => [28 + 1.5 * i, PULSE] as const);

describe('quick squeezes outside of a set', () => {
  it('are contractions with the figures of a pulse, and a series', () => {
    const { contractions, marks, series } = told(...SIX);
    expect(marks).toEqual([]);
    expect(contractions).toHaveLength(6);
    for (const { pulse, riseRate } of contractions) {
      expect(Math.abs((pulse?.peakPct ?? NaN) - 80)).toBeLessThan(0.1);
      // 532 %/s; half a step more or less of the window changes it by 2 %.
      expect('valuePctPerS' in riseRate && Math.abs(riseRate.valuePctPerS / 532 - 1)).toBeLessThan(0.02);
    }
    for (const { peakFallPctPerS } of series[0]?.squeezes ?? [])
      expect(Math.abs((peakFallPctPerS ?? NaN) / 532 - 1)).toBeLessThan(0.02);
    expect(series).toMatchObject([
      {
        count: 6,
        ratePerMin: expect.closeTo(40, 6) as number,
        compared: 2,
        decrementPct: expect.closeTo(0, 6) as number
      }
    ]);
  });

  it('are counted without the coughs among them', () => {
    const { marks, series } = told(...SIX, [28.8, LONG_COUGH], [33.3, LONG_COUGH]);
    expect(marks).toHaveLength(2);
    const onsets = series.map(({ squeezes }) => squeezes.map(({ onsetS }) => (onsetS ?? NaN).toFixed(1)));
    expect(onsets).toEqual([['28.0', '29.5', '31.0', '32.5', '34.0', '35.5']]);
  });
});

describe('coughs', () => {
  it('are no quick squeezes, however many', () => {
    const { contractions, marks } = told(...SIX.map(([at]) => [at, LONG_COUGH] as const));
    expect(marks).toHaveLength(6);
    expect(contractions).toEqual([]);
  });

  it('in a row, which are one contraction, are no quick squeeze', () => {
    // Gaps of 0.15 s, which merge.
    const fit = [0, 0.29, 0.58].map((s) => [30 + s, COUGH] as const);
    const { contractions, marks } = told(...fit);
    expect(marks).toHaveLength(3);
    expect(contractions).toEqual([]);
  });

  it('hide a quick squeeze that runs into one', () => {
    const { contractions } = told([30, COUGH], [30.25, PULSE]);
    expect(contractions).toEqual([]);
  });

  it('hide no longer contraction', () => {
    const { contractions } = told(
      [30, COUGH],
      [30.25, (s) => 50 * Math.max(0, Math.min(1, s / 0.3, (3 - s) / 0.3))]
    );
    expect(contractions).toMatchObject([{ pulse: null }]);
  });
});
