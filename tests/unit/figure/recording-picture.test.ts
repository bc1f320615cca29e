import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../src/lib/figure/recording/picture';
import { analysed, trapezoid } from '../signal/analysed';
import { sampled, straight } from '../signal/samples';

const TARGET = {
  pattern: { riseMs: 1000, holdMs: 4000, fallMs: 500, restMs: 4000 },
  forcePct: 100,
  bandPct: 10,
  startS: 5
};
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

describe('the picture of a recording', () => {
  it('shows where each figure was measured', () => {
    // The trapezoid rises from 5 to 6 s, holds 100 and falls from 10 to 10.5 s: its levels are crossed at 5.02 and 10.47 s.
    const svg = pictureOf(analysed(trapezoid(100)), null, 'squeeze.csv');
    expect(texts(svg)).toEqual(
      expect.arrayContaining([
        'squeeze.csv',
        'Contraction 1',
        'rise 100 %/s',
        'over 100 ms',
        'onset 5.02 s',
        't90',
        'plateau 100.0 %',
        'hold 100.0 %, SD 0.0 %',
        'release 10.00 s',
        'end 10.47 s'
      ])
    );
    expect(svg.match(/class="ribbon"/g)).toHaveLength(2);
  });

  it('shows the band of a target, where there is one', () => {
    const svg = pictureOf(analysed(trapezoid(100), { target: TARGET }), TARGET, 'squeeze.csv');
    const [, d = ''] = /class="ribbon" d="([^"]+)"/.exec(svg) ?? [];
    // Both edges of four segments, each with its begin and its end.
    expect(d.match(/[ML]/g)).toHaveLength(16);
  });

  it('shows the first twelve of many contractions one by one', () => {
    const many = Array.from({ length: 14 }, (_, i) => 5 + 4 * i).flatMap(
      (s) =>
        [
          [s, 0],
          [s + 0.3, 100],
          [s + 2, 100],
          [s + 2.3, 0]
        ] as const
    );
    const svg = pictureOf(analysed(sampled(straight(...many), 50, 0, 64)), null, 'many.csv');
    expect(texts(svg).filter((text) => text?.startsWith('Contraction '))).toHaveLength(12);
    expect(svg).toContain('14 contractions, of which the first 12 are shown one by one');
  });

  it.each([
    ['nothing at all', () => 0],
    ['noise', (s: number) => Math.sin(1000 * s)]
  ])('is drawn of %s', (_, curve) => {
    const svg = pictureOf(analysed(sampled(curve, 50, 0, 10)), null, 'rest.csv');
    expect(texts(svg)).toContain('rest.csv: too weak to measure');
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});
