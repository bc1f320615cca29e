import type { Seen } from '../session/view';

/** How a chart looks, as the page has settled it; plain values, so that it can be drawn on another thread. */
export interface Look {
  /** Of the canvas, CSS px. */
  readonly width: number;
  readonly height: number;
  /** Points of the canvas for each of these. */
  readonly pixelRatio: number;
  readonly style: ChartStyle;
  /** What stands beside a mark. */
  readonly words: Readonly<Record<Seen['mark'], string>>;
}

/** What a canvas draws with. */
export interface ChartStyle {
  readonly trace: string;
  /** Colour of the thread and the bead while the force is outside the band. */
  readonly off: string;
  readonly paper: string;
  readonly soft: string;
  readonly line: string;
  readonly ribbon: string;
  readonly ribbonEdge: string;
  /** Of small words in the chart, as CSS writes it, beginning with its size in px, which follows the size of the text. */
  readonly font: string;
  /** Of a number that has to be seen. */
  readonly strongFont: string;
}
