/** A length in px as text: a tenth of a pixel is finer than anybody sees, and the same on every machine. */
export function px(length: number): string {
  const text = length.toFixed(1);
  return text === '-0.0' ? '0' : text.replace(/\.0$/, '');
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Any text as it stands in an element or in an attribute; without characters that XML does not allow. */
export function escaped(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are what has to go
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (character) => NAMED[character] ?? '')
  );
}

/** @param d the path's commands */
export const path = (className: string, d: string) => `<path class="${className}" d="${d}"/>`;

export type Pixel = readonly [x: number, y: number];

/** Straight lines from one pixel to the next. */
export function polyline(pixels: readonly Pixel[]): string {
  return pixels.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');
}
