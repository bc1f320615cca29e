import type { Figure } from './figure';
import { STYLE, WIDTH_PX } from './look';
import { drawPanel } from './panel';
import { escaped, px } from './svg';

/** Shown so much larger where there is room. */
const ENLARGED = 1.25;

/** The picture as the text of an SVG file: the same input gives the same text. It follows the reader's light or dark setting. */
export function svgOf({ title, description, panels }: Figure): string {
  let heightPx = 4;
  const drawn = panels.map((panel, i) => {
    const { svg, heightPx: own } = drawPanel(panel, heightPx, `panel-${i + 1}`);
    heightPx += own;
    return svg;
  });
  const [width, height] = [px(WIDTH_PX), px(heightPx)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${px(ENLARGED * WIDTH_PX)}" height="${px(ENLARGED * heightPx)}" role="img" aria-labelledby="title description">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<style>${STYLE}</style>
<rect class="paper" width="100%" height="100%"/>
${drawn.join('\n')}
</svg>
`;
}
