import { describe, expect, it } from 'vitest';
import type { ContractionFigures } from '../../../../src/lib/signal/contraction';
import { SeriesLog } from '../../../../src/lib/signal/quick/series-log';
import { at100Hz, BEGINS, passedAt, pulses, quickly } from './pulses';
import { squeeze } from './squeeze';

const long = (onsetS: number) => squeeze(onsetS, 80, { endS: onsetS + 2, pulse: null });

function logOf(...contractions: ContractionFigures[]): SeriesLog {
  const log = new SeriesLog();
  for (const each of contractions) log.contraction(each);
  return log;
}
const onsets = (log: SeriesLog) => log.series.map(({ squeezes }) => squeezes.map(({ onsetS }) => onsetS));
const figuresOf = (...contractions: ContractionFigures[]) => logOf(...contractions).series[0];

describe('a series of quick squeezes', () => {
  it('is three or more, each within 5 s of the end of the one before', () => {
    expect(onsets(logOf(squeeze(1), squeeze(3)))).toEqual([]);
    expect(onsets(logOf(squeeze(1), squeeze(3), squeeze(5)))).toEqual([[1, 3, 5]]);
    expect(onsets(logOf(squeeze(1), squeeze(6.4), squeeze(11.8)))).toEqual([[1, 6.4, 11.8]]);
    expect(onsets(logOf(squeeze(1), squeeze(6.41), squeeze(8), squeeze(10)))).toEqual([[6.41, 8, 10]]);
  });

  it('ends with a longer contraction, and another one may follow', () => {
    const log = logOf(squeeze(1), squeeze(2), squeeze(3), long(4), squeeze(7), squeeze(8), squeeze(9));
    expect(onsets(log)).toEqual([
      [1, 2, 3],
      [7, 8, 9]
    ]);
    expect(onsets(logOf(squeeze(1), squeeze(2), long(3), squeeze(6)))).toEqual([]);
  });

  it('passes over what peaks as suddenly as a cough', () => {
    const cough = squeeze(2.5, 150, {
      pulse: { peakPct: 150, timeToPeakS: 0.02, durationS: 0.3, impulsePctS: 9 }
    });
    expect(onsets(logOf(squeeze(1), squeeze(2), cough, squeeze(3)))).toEqual([[1, 2, 3]]);
  });

  it('ends where a gap could hide another squeeze', () => {
    const log = logOf(squeeze(1), squeeze(2), squeeze(3));
    log.gap(3.5, 3.79);
    log.contraction(squeeze(4));
    log.gap(4.6, 4.9);
    log.contraction(squeeze(5));
    expect(onsets(log)).toEqual([[1, 2, 3, 4]]);
  });

  it('ends before a squeeze that such a gap follows at once: rather one too few', () => {
    // A squeeze is known 0.2 s after its end, so the gap is known first, and may stand for an earlier one.
    const log = logOf(squeeze(1), squeeze(2), squeeze(3));
    log.gap(5.45, 5.8);
    log.contraction(squeeze(5));
    log.contraction(squeeze(6));
    log.contraction(squeeze(7));
    expect(onsets(log)).toEqual([[1, 2, 3]]);
  });

  it('is not told below 20 Hz, where nothing tells a squeeze from a cough', () => {
    const slow = { rateHz: 16, stepS: 1 / 16 };
    expect(onsets(logOf(squeeze(1, 80, slow), squeeze(2, 80, slow), squeeze(3, 80, slow)))).toEqual([]);
  });

  it('goes by the median step: a lost sample lowers the rate of its pulse alone', () => {
    const lost = { rateHz: 18.3, stepS: 1 / 20 };
    expect(onsets(logOf(squeeze(1, 80, lost), squeeze(2, 80, lost), squeeze(3, 80, lost)))).toEqual([
      [1, 2, 3]
    ]);
  });

  it('is found in a recording, where a gap ends it too', () => {
    // Five pulses from 11 s on, every 1.5 s, which lose 100 ms or 400 ms between the second and the third.
    const samples = at100Hz(pulses(BEGINS(5)), 20);
    const without = (fromS: number, toS: number) =>
      quickly(samples.filter(({ t }) => t < fromS || t > toS)).series.map(({ count, squeezes }) => [
        count,
        squeezes[0]?.onsetS
      ]);
    const at = (s: number) => expect.closeTo(s + passedAt(2), 2) as number;
    expect(without(13.3, 13.4)).toEqual([[5, at(11)]]);
    expect(without(13.2, 13.6)).toEqual([[3, at(14)]]);
  });

  it('knows the steepest fall of each as soon as that is known', () => {
    const log = logOf(squeeze(1), squeeze(2));
    log.relaxation(2.03, { t90To10S: null, peakFallPctPerS: 490, residualPct: null });
    log.contraction(squeeze(3));
    log.relaxation(3.03, null);
    expect(log.series[0]?.squeezes.map(({ peakFallPctPerS }) => peakFallPctPerS)).toEqual([null, 490, null]);
  });

  it('ends where it is told to', () => {
    const log = logOf(squeeze(1), squeeze(2), squeeze(3));
    log.end();
    log.contraction(squeeze(4));
    expect(onsets(log)).toEqual([[1, 2, 3]]);
  });
});

describe('the figures of a series', () => {
  it('are its count, its rate from the first to the last onset, and its decrement', () => {
    // Six within 7.5 s: five steps of 1.5 s, 40 a minute. Two of six at either end: from 80 to 76 on average.
    const peaks = [81, 79, 80, 70, 77, 75];
    const figures = figuresOf(...peaks.map((peak, i) => squeeze(1 + 1.5 * i, peak)));
    expect(figures).toMatchObject({ count: 6, ratePerMin: 40, compared: 2, decrementPct: 5 });
  });

  it('compare single pulses up to five', () => {
    const peaks = [80, 10, 10, 10, 60];
    const figures = figuresOf(...peaks.map((peak, i) => squeeze(1 + i, peak)));
    expect(figures).toMatchObject({ count: 5, ratePerMin: 60, compared: 1, decrementPct: 25 });
  });

  it('have a negative decrement where the last are stronger', () => {
    expect(figuresOf(squeeze(1, 50), squeeze(2, 60), squeeze(3, 60))?.decrementPct).toBeCloseTo(-20, 12);
  });

  it('have no decrement where a peak at an end is not known, or only a lower bound', () => {
    const hidden = { pulse: { peakPct: null, timeToPeakS: null, durationS: 0.4, impulsePctS: null } };
    expect(figuresOf(squeeze(1), squeeze(2), squeeze(3, 80, hidden))).toMatchObject({
      count: 3,
      decrementPct: null
    });
    const clipped = { isSaturated: true };
    expect(figuresOf(squeeze(1, 80, clipped), squeeze(2), squeeze(3))?.decrementPct).toBeNull();
    expect(figuresOf(squeeze(1), squeeze(2, 80, clipped), squeeze(3))?.decrementPct).toBeCloseTo(0, 12);
  });

  it('count from start to start where an onset at an end is not known', () => {
    expect(figuresOf(squeeze(1, 80, { onsetS: null, startS: 1 }), squeeze(2), squeeze(3))?.ratePerMin).toBe(
      (60 * 2) / 2.03
    );
  });
});
