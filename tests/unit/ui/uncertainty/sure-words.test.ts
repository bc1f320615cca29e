import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '../../../../src/lib/paraglide/runtime';
import type { Uncertainty } from '../../../../src/lib/signal/uncertainty/uncertainty';
import { sureWords } from '../../../../src/lib/ui/uncertainty/sure-words';

beforeEach(() => {
  overwriteGetLocale(() => 'en');
});

const SURE: Uncertainty = { plusMinus: 1, bias: [0, 0], detectable: 0.42, how: 'formula' };
const KIND = { digits: 1, unit: '%MVC' };
const words = (changed: Partial<Uncertainty>, kind: Parameters<typeof sureWords>[1] = KIND) =>
  sureWords([{ ...SURE, ...changed }], kind);

describe('what is said of a ±', () => {
  it('is how it was found, and the limit of detection', () => {
    expect(words({})).toEqual([
      'Its ± is worked out from the noise at rest and the number of samples.',
      'Below 0.5 %MVC, this sensor cannot tell it apart from zero.'
    ]);
    expect(words({ how: 'table' })[0]).toMatch(/and from a table that shows/);
    expect(words({ how: 'repeats' })[0]).toMatch(/how far the attempts lie apart/);
  });

  it('is nothing where it is known of no round', () => {
    expect(sureWords([], KIND)).toEqual([]);
  });

  it('has no limit of a share', () => {
    expect(words({}, { digits: 0, unit: '%', isShare: true })).toHaveLength(1);
  });

  it.each([
    // A rise rate of 150 %MVC/s at 20 Hz that reads 18 % low.
    [[-27, 0], 0, ['In these rounds it may read up to 27 %MVC too low.']],
    [[0, 0.34], 1, ['In these rounds it may read up to 0.4 %MVC too high.']],
    [[0.1, 0.34], 1, ['In these rounds it may read up to 0.4 %MVC too high.']],
    [[-3.2, 0.7], 0, ['In these rounds it may read up to 4 %MVC too low, or up to 1 %MVC too high.']],
    [[-0.04, 0.04], 1, []],
    [[0, 0], 0, []]
  ] as const)('says how much it may be off by itself: %j with %i digits', (bias, digits, sentences) => {
    expect(words({ bias }, { ...KIND, digits }).slice(2)).toEqual(sentences);
  });

  it('is the largest of several rounds', () => {
    const rounds: readonly Uncertainty[] = [
      { ...SURE, detectable: 0.1, bias: [-0.2, 0] },
      { ...SURE, detectable: 0.3, bias: [-0.1, 0.6] }
    ];
    expect(sureWords(rounds, KIND).slice(1)).toEqual([
      'Below 0.3 %MVC, this sensor cannot tell it apart from zero.',
      'In these rounds it may read up to 0.2 %MVC too low, or up to 0.6 %MVC too high.'
    ]);
  });
});
