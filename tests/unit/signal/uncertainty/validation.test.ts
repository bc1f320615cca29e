import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../../../src/lib/signal/engine';
import {
  tableAt,
  TABLE_RATES_HZ,
  TABLES,
  type TableName
} from '../../../../src/lib/signal/uncertainty/tables';
import { tableRows, verdictOn } from '../../../validation/agreement';
import type { Values } from '../../../validation/figures';
import { errorsOf } from '../../../validation/measure';
import { rightValues } from '../../../validation/right';
import { SHAPES } from '../../../validation/shapes';

const PAGE = readFileSync(new URL('../../../../docs/validation.md', import.meta.url), 'utf8');
const right = (name: string) => {
  const shape = SHAPES.find((each) => each.name === name);
  if (!shape) throw new Error(name);
  return rightValues(shape);
};

describe('docs/validation.md', () => {
  it('was made with this version of the engine: npm run validate', () => {
    expect(PAGE).toContain(`with engine version ${ENGINE_VERSION} `);
  });

  it.each(Object.keys(TABLES) as TableName[])('shows the table that the ± uses: %s', (name) => {
    const shown = [...PAGE.matchAll(/\| (\d+) \| (\S+) ± (\S+) \|/g)].map(([, ...numbers]) =>
      numbers.map(Number)
    );
    for (const { rateHz, bias, sd } of tableRows(name))
      expect(shown).toContainEqual([rateHz, Number(bias.toPrecision(2)), Number(sd.toPrecision(2))]);
  });
});

describe('the right values', () => {
  it('of a ramp of 0.3 s are those of its straight lines', () => {
    const { onset, riseRate, riseTime, releaseCorner, releaseTime, fallTime, ...values } =
      right('ramp of 0.3 s');
    // 2 % of the ramp; 100 % in 0.3 s; 10 to 90 % of it; 6 % above rest on the way down.
    expect(onset).toBeCloseTo(4.006, 5);
    expect(riseRate).toBeCloseTo(1000 / 3, 2);
    expect(riseTime).toBeCloseTo(0.24, 5);
    expect(releaseCorner).toBeCloseTo(10, 3);
    expect(releaseTime).toBeCloseTo(10.282, 5);
    expect(fallTime).toBeCloseTo(0.24, 5);
    expect(values.steepestFall).toBeCloseTo(1000 / 3, 2);
    expect(values.plateau).toBeCloseTo(100, 6);
    expect(values.holdMean).toBeCloseTo(100, 6);
    expect(values.cv).toBeCloseTo(0, 6);
    expect(values.residual).toBeCloseTo(0, 6);
  });

  it('of shape E are those of its exponential and its sine', () => {
    const { riseRate, steepestFall, plateau, holdSlope } = right('exponential (E)');
    // A line of least squares over w has the mean of the slopes in it, weighed with 6/w³·(w²/4 − x²) about its middle. It is largest a little
    // before the corner, of which `d` is in the window: its flattest part weighs least.
    const steepestOver = (slopeAt: (sinceCornerS: number) => number, w = 0.1) => {
      const over = (d: number) =>
        Array.from({ length: 1000 }, (_, i) => ((i + 0.5) * w) / 1000).reduce(
          (sum, x) => sum + (6 / w ** 3) * (w ** 2 / 4 - (x - w / 2) ** 2) * slopeAt(x - d) * (w / 1000),
          0
        );
      return Math.max(...Array.from({ length: 50 }, (_, i) => over(i / 1000)));
    };
    const sine = (s: number) => 2 * Math.PI * Math.cos(2 * Math.PI * s);
    const rise = steepestOver((s) => (s < 0 ? 0 : 500 * Math.exp(-s / 0.2) + sine(s)));
    const fall = steepestOver((s) => (s < 0 ? -sine(s) : (100 / 0.15) * Math.exp(-s / 0.15)));
    // Sums over steps of 1 ms, begun every 2 ms, know where a corner is to 1 % of the window, and its ends weigh a tenth of that at most.
    expect(Math.abs(riseRate / rise - 1)).toBeLessThan(1e-3);
    expect(Math.abs(steepestFall / fall - 1)).toBeLessThan(1e-3);
    // The sine's largest half second is 2/π above.
    expect(plateau).toBeCloseTo(100 + 2 / Math.PI, 2);
    expect(Math.abs(holdSlope)).toBeLessThan(0.2);
  });

  it('of half waves of 1 s are those of sin²', () => {
    const { onset, riseTime, riseRate } = right('half waves of 1 s');
    expect(onset).toBeCloseTo(4 + (2 / Math.PI) * Math.asin(Math.sqrt(0.02)), 5);
    const from10To90 = (2 / Math.PI) * (Math.asin(Math.sqrt(0.9)) - Math.asin(Math.sqrt(0.1)));
    expect(riseTime).toBeCloseTo(from10To90, 5);
    // The largest slope is 50π; over 100 ms a line reads less by (πw)²/40 of it, to that order.
    expect(riseRate / (50 * Math.PI)).toBeCloseTo(1 - (Math.PI * 0.1) ** 2 / 40, 4);
  });
});

describe('the errors of a figure', () => {
  const values = (onset: number) => ({ onset }) as Values;

  it('are a bias over the shapes and a scatter within them', () => {
    const errors = errorsOf('onset', [
      { right: values(1), draws: [values(1.001), values(1.003)] },
      { right: values(2), draws: [values(2.005), values(2.007), values(NaN)] }
    ]);
    // 2 and 6 ms; each scatters by 1 ms.
    expect(errors).toEqual({
      bias: expect.closeTo(4, 6) as number,
      lowest: expect.closeTo(2, 6) as number,
      highest: expect.closeTo(6, 6) as number,
      betweenShapes: expect.closeTo(2, 6) as number,
      sd: expect.closeTo(1, 6) as number,
      measured: 4,
      of: 5
    });
  });

  it('are held by a table or not', () => {
    const errors = { bias: 0, lowest: -4, highest: 3, betweenShapes: 2, sd: 1, measured: 1, of: 1 };
    expect(verdictOn({ bias: -1, sd: 2 }, errors)).toBe('holds it');
    expect(verdictOn({ bias: 0, sd: 2 }, errors)).toBe('short by 1.0');
  });
});

describe('a table', () => {
  it('goes in straight lines over the logarithm of the rate', () => {
    for (const [i, rateHz] of TABLE_RATES_HZ.entries())
      expect(tableAt('corner', 'sd', rateHz)).toBeCloseTo(TABLES.corner.sd[i] ?? NaN, 12);
    // Halfway from 50 to 200 Hz is 100; from 20 to 50 it is √1000.
    expect(tableAt('corner', 'sd', Math.sqrt(1000))).toBeCloseTo(0.0215, 9);
  });

  it('grows with the step below 20 Hz, and stays beyond 200', () => {
    expect(tableAt('corner', 'sd', 10)).toBeCloseTo(0.048, 9);
    expect(tableAt('corner', 'sd', 1000)).toBe(0.012);
  });
});
