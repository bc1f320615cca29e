import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { svgOf } from '../../../src/lib/figure/draw';
import { textWidth } from '../../../src/lib/figure/labels';
import { FIGURES, FOLDER } from '../../figures/all';

const DOCS = readFileSync(new URL('../../../docs/signal.md', import.meta.url), 'utf8');
const names = Object.keys(FIGURES);

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

function labelLines(svg: string): Line[] {
  const found = svg.matchAll(/<text class="label" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g);
  return [...found].map(([, x, y, text = '']) => ({ text, x: Number(x), y: Number(y) }));
}

/** Two lines of text that stand centred at their x, each 13 px high. */
function isOver(a: Line, b: Line): boolean {
  const apart = (textWidth(a.text) + textWidth(b.text)) / 2;
  return Math.abs(a.x - b.x) < apart - 0.2 && Math.abs(a.y - b.y) < 13;
}

describe('the figures of docs/signal.md', () => {
  it.each(names)('%s is what the engine draws now; otherwise: npm run figures', (name) => {
    const committed = readFileSync(join(FOLDER, `${name}.svg`), 'utf8');
    expect(FIGURES[name] && svgOf(FIGURES[name]())).toBe(committed);
  });

  it.each(names)('%s stands in the text, with its title and a sentence', (name) => {
    const title = FIGURES[name]?.().title ?? '';
    const [, caption = ''] = DOCS.split(`![${title}](pictures/signal/${name}.svg)\n\n`);
    expect(caption).toMatch(/^_Figure: [^_\n]{20,}\._\n/);
  });

  it.each(names)('%s holds nothing that is no number', (name) => {
    expect(FIGURES[name] && svgOf(FIGURES[name]())).not.toMatch(/NaN|Infinity|undefined/);
  });

  it.each(names)('%s has no label over another', (name) => {
    const lines = FIGURES[name] ? labelLines(svgOf(FIGURES[name]())) : [];
    expect(lines.length).toBeGreaterThan(0);
    const collisions = lines.flatMap((line, i) =>
      lines
        .slice(i + 1)
        .filter((other) => isOver(line, other))
        .map((other) => [line.text, other.text])
    );
    expect(collisions).toEqual([]);
  });

  it('are all that lie in their folder', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(names.map((name) => `${name}.svg`).sort());
  });
});
