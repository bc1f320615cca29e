import type { Attachment } from 'svelte/attachments';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ChartStyle } from '../chart/look';
import { readStyle, watchStyle } from './chart-style';

/** A still chart without legend and cursor; uPlot asks for each colour when it draws. */
export interface Plot {
  readonly data: uPlot.AlignedData;
  readonly scales: uPlot.Scales;
  readonly series: uPlot.Series[];
  /** What the numbers along either axis say. */
  readonly across: (splits: readonly number[]) => string[];
  readonly up: (splits: readonly number[]) => string[];
  /** So much width one of those across needs, CSS px. */
  readonly acrossPx?: number;
  /** The smallest step between two of those up. */
  readonly leastStep?: number;
  /** Drawn under the curve. */
  readonly under?: (u: uPlot) => void;
}

/** Between the numbers along an axis lie so many of its smallest steps. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

const lengthOf = (text: string | null) => text?.length ?? 0;

/** Draws a chart into an element, anew where its size or the colours change. */
export function plotted(make: (style: () => ChartStyle) => Plot): Attachment<HTMLElement> {
  return (host) => {
    let style = readStyle(host);
    const { font } = style;
    const { data, scales, series, across, up, acrossPx = 50, leastStep, under } = make(() => style);
    const axis = { stroke: () => style.soft, font, ticks: { show: false } };
    const size = () => ({ width: host.clientWidth, height: host.clientHeight });
    const chart = new uPlot(
      {
        ...size(),
        // Room for half of the last of those across.
        padding: [8, Math.max(8, acrossPx / 3), 0, 0],
        legend: { show: false },
        cursor: { show: false },
        scales,
        axes: [
          {
            ...axis,
            size: 36,
            gap: 10,
            space: acrossPx,
            grid: { show: false },
            values: (_, splits) => across(splits)
          },
          {
            ...axis,
            // As wide as the longest of them, about.
            size: (_, values: readonly (string | null)[] | null) =>
              Math.max(56, 0.6 * Number.parseFloat(font) * Math.max(0, ...(values ?? []).map(lengthOf)) + 12),
            grid: { stroke: () => style.line, width: 1.5 },
            values: (_, splits) => up(splits),
            ...(leastStep !== undefined && { incrs: STEPS.map((step) => step * leastStep) })
          }
        ],
        series: [{}, ...series],
        hooks: { drawClear: under ? [under] : [] }
      },
      data,
      host
    );
    const resized = new ResizeObserver(() => {
      chart.setSize(size());
    });
    resized.observe(host);
    const unwatch = watchStyle(() => {
      style = readStyle(host);
      chart.redraw(false, true);
    });
    return () => {
      unwatch();
      resized.disconnect();
      chart.destroy();
    };
  };
}
