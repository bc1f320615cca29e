import { describe, expect, it } from 'vitest';
import type { ContractionFigures } from '../../../../src/lib/signal/contraction';
import { seriesFigures } from '../../../../src/lib/signal/quick/series';
import { SeriesLog } from '../../../../src/lib/signal/quick/series-log';

/** A squeeze of 0.4 s from an onset on, with such a peak. */
function squeeze(
  onsetS: number,
  peakPct = 80,
  changed: Partial<ContractionFigures> = {}
): ContractionFigures {
  return {
    rateHz: 100,
    startS: onsetS + 0.03,
    onsetS,
    endS: onsetS + 0.4,
    end: 'relaxed',
    plateauPct: peakPct - 3,
    halfSecondPct: null,
    isSaturated: false,
    riseRate: { valuePctPerS: 500, windowMs: 100 },
    rfd100PctPerS: null,
    rfd200PctPerS: null,
    riseTimeS: 0.12,
    releaseOnsetS: onsetS + 0.25,
    hold: null,
    pulse: { peakPct, timeToPeakS: 0.2, durationS: 0.4, impulsePctS: 18 },
    ...changed
  };
}
const long = (onsetS: number) => squeeze(onsetS, 80, { endS: onsetS + 2, pulse: null });

function logOf(...contractions: ContractionFigures[]): SeriesLog {
  const log = new SeriesLog();
  for (const each of contractions) log.contraction(each);
  return log;
}
const onsets = (log: SeriesLog) => log.series.map((series) => series.map(({ onsetS }) => onsetS));
const figuresOf = (...contractions: ContractionFigures[]) =>
  seriesFigures(logOf(...contractions).series[0] ?? []);

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
    const slow = { rateHz: 16 };
    expect(onsets(logOf(squeeze(1, 80, slow), squeeze(2, 80, slow), squeeze(3, 80, slow)))).toEqual([]);
  });

  it('knows the steepest fall of each as soon as that is known', () => {
    const log = logOf(squeeze(1), squeeze(2));
    log.relaxation(2.03, 490);
    log.contraction(squeeze(3));
    log.relaxation(3.03, null);
    expect(log.series[0]?.map(({ peakFallPctPerS }) => peakFallPctPerS)).toEqual([null, 490, null]);
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
    expect(figures).toEqual({ count: 6, ratePerMin: 40, compared: 2, decrementPct: 5 });
  });

  it('compare single pulses up to five', () => {
    const peaks = [80, 10, 10, 10, 60];
    const figures = figuresOf(...peaks.map((peak, i) => squeeze(1 + i, peak)));
    expect(figures).toEqual({ count: 5, ratePerMin: 60, compared: 1, decrementPct: 25 });
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
