import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ChartStyle } from '../chart/look';

/** uPlot.Axis.Side.Right, which is there for the compiler only. */
const RIGHT = 1;

/** A label closer to the top than this share of the height would be cut. */
const HEADROOM = 0.03;

/** Whole tens from 0 to the top, about four of them. */
function splits(min: number, max: number): number[] {
  const step = Math.max(10, 10 * Math.round((max - min) / 40));
  return Array.from({ length: Math.floor((max - HEADROOM * (max - min)) / step) + 1 }, (_, i) => i * step);
}

/** The still part under the moving curve: %-axis with its grid. Drawn anew only when size, scale or colours change. */
export class Axes {
  readonly #plot: uPlot;

  constructor(host: HTMLElement, style: ChartStyle) {
    this.#plot = new uPlot(
      {
        width: host.clientWidth,
        height: host.clientHeight,
        padding: [0, 0, 0, 0],
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false, range: [0, 1] }, y: { range: [0, 1] } },
        axes: [
          { show: false },
          {
            side: RIGHT,
            size: 3.4 * Number.parseFloat(style.font),
            gap: 6,
            stroke: style.soft,
            font: style.font,
            grid: { stroke: style.line, width: 1.5 },
            ticks: { show: false },
            values: (_, values) => values.map((value) => `${value} %`),
            splits: (_, __, min, max) => splits(min, max)
          }
        ],
        series: [{}, { show: false }]
      },
      [
        [0, 1],
        [0, 0]
      ],
      host
    );
  }

  /** Width left of the labels, CSS px; 0 where there is room for nothing else. */
  get plotWidth(): number {
    return Math.max(0, this.#plot.bbox.width / devicePixelRatio);
  }

  show(width: number, height: number, bottom: number, top: number): void {
    this.#plot.batch(() => {
      this.#plot.setSize({ width, height });
      this.#plot.setScale('y', { min: bottom, max: top });
    });
  }

  destroy(): void {
    this.#plot.destroy();
  }
}
