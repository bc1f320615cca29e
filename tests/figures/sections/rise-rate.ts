import type { Figure, Panel } from '../../../src/lib/figure/figure';
import { riseWindow } from '../../../src/lib/figure/recording/located';
import { straight, type Sample } from '../../unit/signal/samples';
import { contractionAt, percentAxis, recorded, shown, timeAxis } from '../signals';

/** A rise of 300 %/s, which is the right value. */
const RISE = straight([4, 0], [4.3, 90], [8, 90], [8.5, 0]);

/** Samples on a clock whose steps repeat, ms, up to 10 s. */
function clocked(stepsMs: readonly number[]): Sample[] {
  const samples: Sample[] = [];
  for (let [ms, i] = [0, 0]; ms < 10_000; i++) {
    const t = ms / 1000;
    samples.push({ t, v: RISE(t) });
    ms += stepsMs[i % stepsMs.length] ?? NaN;
  }
  return samples;
}

/** One sample in sixteen is missing: its step is twice as long. */
const SIXTEENTH = Array.from({ length: 15 }, (_, i) => (i === 7 ? 25 : 12.5));

export function riseRate(): Figure {
  return {
    title: 'The rise rate on uneven clocks',
    description:
      'A rise of 300 % a second, sampled by a clock with steps of 10, 10 and 15 milliseconds, and by one that misses a sample in sixteen. The window with the steepest line of least squares is shaded.',
    panels: [
      panel('Steps of 10, 10 and 15 ms', [10, 10, 15]),
      panel('One sample in sixteen missing', SIXTEENTH)
    ]
  };
}

function panel(heading: string, stepsMs: readonly number[]): Panel {
  const analysis = recorded(clocked(stepsMs), 3);
  const { t, pct } = analysis.samples;
  const contraction = contractionAt(analysis, 0);
  const { riseRate: rate } = contraction;
  const line = riseWindow(analysis.samples, contraction);
  return {
    heading,
    x: timeAxis(3.9, 4.5),
    y: percentAxis(-5, 105),
    layers: [
      ...(line ? [{ draw: 'stretch', fromS: line[0][0], toS: line[1][0] } as const] : []),
      { draw: 'trace', t, v: pct, tone: 'soft' },
      { draw: 'samples', t, v: pct },
      ...(line && 'valuePctPerS' in rate
        ? [
            {
              draw: 'line',
              from: line[0],
              to: line[1],
              tone: 'off',
              label: `${shown(rate.valuePctPerS, 0)} %/s\nover ${shown(rate.windowMs, 0)} ms`
            } as const
          ]
        : [{ draw: 'moment', at: [4.15, 45], label: 'not measured' } as const])
    ]
  };
}
