import type { SessionView } from '../session/view';

/** How a chart looks, as the page has settled it; plain values, so that it can be drawn on another thread. */
export interface Look {
  /** Of the canvas, CSS px. */
  readonly width: number;
  readonly height: number;
  /** Points of the canvas for each of these. */
  readonly pixelRatio: number;
  readonly style: ChartStyle;
  /** What stands beside a mark. */
  readonly words: Readonly<Record<SessionView['marks'][number]['mark'], string>>;
}

/** What a canvas draws with. */
export interface ChartStyle {
  readonly trace: string;
  readonly paper: string;
  readonly soft: string;
  readonly line: string;
  readonly ribbon: string;
  readonly ribbonEdge: string;
  /** Of small words in the chart, as CSS writes it; its size follows the size of the text. */
  readonly font: string;
}
