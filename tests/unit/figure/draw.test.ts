import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { svgOf } from '../../../src/lib/figure/draw';
import type { Figure, Layer } from '../../../src/lib/figure/figure';
import { COLOURS, WIDTH_PX } from '../../../src/lib/figure/look';

const figure = (layers: readonly Layer[], title = 'A rise'): Figure => ({
  title,
  description: 'From 0 to 100 %.',
  panels: [
    {
      x: { from: 0, to: 10, name: 'time, s' },
      y: { from: 0, to: 100, name: '% of the reference' },
      layers,
      heightPx: 100
    }
  ]
});

describe('a picture', () => {
  it('has a title and a description, and a name for each axis', () => {
    const svg = svgOf(figure([]));
    expect(svg).toContain('role="img" aria-labelledby="title description"');
    expect(svg).toContain('<title id="title">A rise</title>');
    expect(svg).toContain('<desc id="description">From 0 to 100 %.</desc>');
    expect(svg).toContain('>time, s</text>');
    expect(svg).toContain('>% of the reference</text>');
  });

  it('keeps what a file name or a label may hold from being read as a mark-up', () => {
    const svg = svgOf(
      figure([{ draw: 'moment', at: [5, 50], label: '<b>"x" & y\u0000' }], '</title><script>')
    );
    expect(svg).toContain('&lt;/title&gt;&lt;script&gt;');
    expect(svg).toContain('&lt;b&gt;&quot;x&quot; &amp; y</text>');
    expect(svg).not.toContain('<script>');
    expect(svg).not.toContain('\u0000');
  });

  it('draws a straight line from corner to corner of the panel', () => {
    const [t, v] = [
      [0, 5, 10],
      [0, 50, 100]
    ];
    const d = /<path class="trace s-trace" d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/.exec(
      svgOf(figure([{ draw: 'trace', t, v }]))
    );
    const [left, bottom, right, top] = (d ?? []).slice(1).map(Number);
    expect(right).toBe(WIDTH_PX - 10);
    expect((bottom ?? NaN) - (top ?? NaN)).toBeCloseTo(100, 6);
    expect(left).toBeLessThan(60);
  });

  it('leaves a hole where samples are missing', () => {
    const t = [0, 1, 2, 6, 7, 8];
    const svg = svgOf(figure([{ draw: 'trace', t, v: [1, 1, 1, 1, 1, 1], longestStepS: 2.5 }]));
    const [, d = ''] = /<path class="trace s-trace" d="([^"]+)"/.exec(svg) ?? [];
    expect(d.match(/M/g)).toHaveLength(2);
  });

  it('has the colours of the app, light and dark', () => {
    const tokens = readFileSync(new URL('../../../src/lib/styles/tokens.css', import.meta.url), 'utf8');
    for (const [role, [light, dark]] of Object.entries(COLOURS))
      expect(tokens).toContain(`--${role}: light-dark(${light}, ${dark});`);
    const [light = '', dark = ''] = svgOf(figure([])).split('@media(prefers-color-scheme:dark)');
    expect(light).toContain(`.paper{fill:${COLOURS.paper[0]}}`);
    expect(dark).toContain(`.paper{fill:${COLOURS.paper[1]}}`);
  });
});
