import type { ChartStyle } from '../chart/look';

/** Colours by role, and the font, as they are now; a canvas cannot resolve light-dark() by itself. */
export function readStyle(element: HTMLElement): ChartStyle {
  const probe = element.ownerDocument.createElement('span');
  // Forced colours are roles too, in tokens.css; nothing else is to be put in their place.
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const resolve = (role: string) => {
    probe.style.color = `var(${role})`;
    return getComputedStyle(probe).color;
  };
  const style = {
    trace: resolve('--trace'),
    off: resolve('--off'),
    paper: resolve('--paper'),
    soft: resolve('--soft'),
    line: resolve('--line'),
    ribbon: resolve('--ribbon'),
    ribbonEdge: resolve('--ribbon-edge'),
    font: fontOf(probe, '--type-small'),
    strongFont: `bold ${fontOf(probe, '--type-lead')}`
  };
  probe.remove();
  return style;
}

/** Calls when other colours are asked for. @returns how to stop */
export function watchStyle(changed: () => void): () => void {
  const off = new AbortController();
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', changed, { signal: off.signal });
  return () => {
    off.abort();
  };
}

function fontOf(probe: HTMLElement, size: string): string {
  probe.style.setProperty('font-size', `var(${size})`);
  const { fontSize, fontFamily } = getComputedStyle(probe);
  return `${fontSize} ${fontFamily}`;
}
