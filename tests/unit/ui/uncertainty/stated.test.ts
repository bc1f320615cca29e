import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '../../../../src/lib/paraglide/runtime';
import { stated, upperLimit, type Writing } from '../../../../src/lib/ui/uncertainty/stated';

beforeEach(() => {
  overwriteGetLocale(() => 'en');
});

const sure = (plusMinus: number, detectable = 0) =>
  ({ plusMinus, detectable, bias: [0, 0], how: 'formula' }) as const;
const written = (value: number | null, plusMinus: number, writing: Writing) => {
  const { text, plusMinus: off } = stated(value, sure(plusMinus), writing);
  return off === null ? text : `${text} ± ${off}`;
};

describe('a figure and its ±', () => {
  it.each([
    // One significant digit, or two where it begins with 1 or 2; the figure ends at the same digit.
    [143.4, 35, 0, '140 ± 40'],
    [143.4, 21, 0, '143 ± 21'],
    [1432, 120, 0, '1,430 ± 120'],
    [1432, 340, 0, '1,400 ± 400'],
    [38.66, 3.4, 2, '39 ± 4'],
    [38.66, 2.4, 2, '38.7 ± 2.4'],
    [38.666, 0.24, 2, '38.67 ± 0.24'],
    [-38.66, 0.34, 2, '-38.7 ± 0.4'],
    // Rounded up, so that it holds what it promises, but not where it is there already.
    [38.66, 3.01, 2, '39 ± 4'],
    [38.66, 3, 2, '39 ± 3'],
    [38.66, 0.3, 2, '38.7 ± 0.3'],
    [38.66, 1.1, 2, '38.7 ± 1.1'],
    [38.66, 1.01, 2, '38.7 ± 1.1'],
    [38.66, 2.95, 2, '38.7 ± 3.0'],
    [38.66, 0.96, 2, '38.7 ± 1.0'],
    [38.66, 1, 2, '38.7 ± 1.0'],
    [1432, 1000, 0, '1,400 ± 1,000'],
    // Never finer than the figure is shown: its last digit is as much in doubt as by one.
    [38.66, 0.34, 0, '39 ± 1'],
    [38.66, 1.4, 0, '39 ± 2'],
    [0.312, 0.007, 1, '0.3 ± 0.1'],
    [0.312, 0, 1, '0.3 ± 0.1'],
    // The ± may be larger than the figure.
    [12, 40, 0, '10 ± 40'],
    [-0.04, 0.3, 1, '0.0 ± 0.3']
  ] as const)('%d with a ± of %d and at most %i digits: %s', (value, plusMinus, digits, words) => {
    expect(written(value, plusMinus, { digits })).toBe(words);
  });

  it('are written in the language of the person', () => {
    overwriteGetLocale(() => 'nl');
    expect(written(1432.6, 2.4, { digits: 1 })).toBe('1.432,6 ± 2,4');
  });

  it('are a dash without a ± where nothing was measured', () => {
    expect(stated(null, null, { digits: 1 })).toEqual({ text: '–', plusMinus: null });
    expect(stated(undefined, null, { digits: 1, isShare: true })).toEqual({ text: '–', plusMinus: null });
    expect(stated(NaN, sure(1), { digits: 1, isBound: true })).toEqual({ text: '–', plusMinus: null });
  });

  it('keep all their digits where the ± is not known', () => {
    expect(stated(38.66, null, { digits: 1 })).toEqual({ text: '38.7', plusMinus: null });
    expect(stated(69.7, null, { digits: 0, isShare: true })).toEqual({ text: '69', plusMinus: null });
  });
});

describe('a figure below the limit of detection', () => {
  it.each([
    [0.2, 0.42, 1, '<\u00a00.5'],
    [-0.2, 0.42, 1, '<\u00a00.5'],
    [0.2, 0.42, 2, '<\u00a00.5'],
    [0.2, 0.24, 2, '<\u00a00.24'],
    [5, 32, 0, '<\u00a040'],
    [0, 0.1, 1, '<\u00a00.1']
  ] as const)('of %d with a limit of %d and at most %i digits: %s', (value, limit, digits, words) => {
    expect(stated(value, sure(1, limit), { digits })).toEqual({ text: words, plusMinus: null });
  });

  it('is written as it is from the limit on', () => {
    expect(stated(0.42, sure(0.28, 0.42), { digits: 1 })).toEqual({ text: '0.4', plusMinus: '0.3' });
  });

  // Else 0.3 would be "< 1" and 0.45 would be "0".
  it('is rounded where its limit is finer than what is shown', () => {
    expect(stated(0.3, sure(0.28, 0.42), { digits: 0 })).toEqual({ text: '0', plusMinus: '1' });
    expect(stated(0.45, sure(0.28, 0.42), { digits: 0 })).toEqual({ text: '0', plusMinus: '1' });
  });
});

describe('a share', () => {
  it('keeps its whole %, whatever its ±: a verdict says the same number', () => {
    expect(written(69.7, 3.2, { digits: 0, isShare: true })).toBe('69 ± 4');
    expect(written(69.7, 34.2, { digits: 0, isShare: true })).toBe('69 ± 35');
    expect(written(100, 0.2, { digits: 0, isShare: true })).toBe('100 ± 1');
  });

  it('of nothing is 0 and not less than a limit', () => {
    expect(stated(0, sure(1.2, 2), { digits: 0, isShare: true })).toEqual({ text: '0', plusMinus: '2' });
  });
});

describe('a lower bound', () => {
  it('keeps its ≥, and has neither a ± nor a limit', () => {
    expect(stated(38.66, sure(3, 50), { digits: 1, isBound: true })).toEqual({
      text: '≥\u00a038.7',
      plusMinus: null
    });
  });
});

describe('a limit', () => {
  it.each([
    [0.42, 1, '0.5'],
    [0.004, 1, '0.1'],
    [12.1, 0, '13'],
    [42, 0, '50'],
    [0, 1, '0.1']
  ] as const)('of %d with at most %i digits is rounded up to %s', (size, most, words) => {
    expect(upperLimit(size, most)).toBe(words);
  });
});
