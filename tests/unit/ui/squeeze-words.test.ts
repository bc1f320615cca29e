import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime';
import { lastSqueezeWords, seriesWords } from '../../../src/lib/ui/squeeze-words';
import { squeeze } from '../signal/quick/squeeze';

beforeEach(() => {
  overwriteGetLocale(() => 'en');
});

describe('the words on the latest squeeze', () => {
  it('are the peak of a quick one and its time', () => {
    expect(lastSqueezeWords(squeeze(1, 80))).toBe('Last squeeze: 80 % at its strongest, after 0.20 s.');
  });

  it('have tenths of a second at 20 Hz', () => {
    expect(lastSqueezeWords(squeeze(1, 80, { rateHz: 20 }))).toBe(
      'Last squeeze: 80 % at its strongest, after 0.2 s.'
    );
  });

  it('are a lower bound without a time where the sensor was at its limit', () => {
    const pulse = { peakPct: 80, timeToPeakS: null, durationS: 0.4, impulsePctS: 18 };
    expect(lastSqueezeWords(squeeze(1, 80, { isSaturated: true, pulse }))).toBe(
      'Last squeeze: ≥\u00a080 % at its strongest.'
    );
  });

  it('are the plateau or the hold of a longer one', () => {
    expect(lastSqueezeWords(squeeze(1, 83, { pulse: null }))).toBe('Last squeeze: 80 % at its strongest.');
    const hold = {
      startS: 1,
      endS: 3.5,
      meanPct: 60,
      cvPct: null,
      cvDetrendedPct: null,
      slopePctPerS: 0
    };
    expect(lastSqueezeWords(squeeze(1, 80, { hold }))).toBe('Last squeeze: held 60 % for 2.5 s.');
  });

  it('ask for one where there was none', () => {
    expect(lastSqueezeWords(null)).toBe('Squeeze and watch the line.');
  });
});

describe('the words on a series', () => {
  const series = { count: 6, ratePerMin: 40, compared: 2, decrementPct: 4.2 };

  it.each([
    [series, '6 quick squeezes, one every 1.5 s. The last 2 were 4 % lower on average than the first 2.'],
    [
      { ...series, count: 3, compared: 1 },
      '3 quick squeezes, one every 1.5 s. The last was 4 % lower than the first.'
    ],
    [
      { ...series, count: 3, compared: 1, decrementPct: -12 },
      '3 quick squeezes, one every 1.5 s. The last was 12 % higher than the first.'
    ],
    [
      { ...series, decrementPct: 0.4 },
      '6 quick squeezes, one every 1.5 s. The last 2 were as high on average as the first 2.'
    ],
    [
      { ...series, decrementPct: null },
      '6 quick squeezes, one every 1.5 s. It could not be measured whether they became weaker.'
    ]
  ])('%o', (figures, words) => {
    expect(seriesWords(figures)).toBe(words);
  });

  it('are Dutch in Dutch', () => {
    overwriteGetLocale(() => 'nl');
    expect(seriesWords(series)).toBe(
      '6 snelle aanspanningen, één om de 1,5 s. De laatste 2 waren gemiddeld 4 % lager dan de eerste 2.'
    );
  });
});
