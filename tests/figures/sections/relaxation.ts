import type { Figure } from '../../../src/lib/figure/figure';
import { heightAt } from '../../../src/lib/figure/recording/contraction-panel';
import { steepestLine } from '../../../src/lib/figure/recording/located';
import { crossingS, firstAtOrAfter } from '../../../src/lib/signal/crossing';
import { riseRateWindowS } from '../../../src/lib/signal/rise-rate';
import { sampled } from '../../unit/signal/samples';
import { contractionAt, defined, eased, noisy, percentAxis, recorded, shown, timeAxis } from '../signals';

const HEIGHT_PCT = 70;
/** Let go at 8 s: most of it falls with a time constant of 0.2 s, and 4 % of the reference stay. */
const released = (s: number) =>
  s < 8 ? HEIGHT_PCT * eased(s, 4, 4.6) : 4 + (HEIGHT_PCT - 4) * Math.exp(-(s - 8) / 0.2);

export function relaxation(): Figure {
  const analysis = recorded(noisy(sampled(released, 100, 0, 12), 0.2, 5), 3);
  const { t, pct } = analysis.samples;
  const contraction = contractionAt(analysis, 0);
  const { endS, rateHz } = contraction;
  const figures = defined(contraction.relaxation);
  const [t90To10S, fall, residualPct] = [
    defined(figures.t90To10S),
    defined(figures.peakFallPctPerS),
    defined(figures.residualPct)
  ];
  const releaseS = defined(contraction.releaseOnsetS);
  const level = mean(pct.subarray(firstAtOrAfter(t, releaseS - 0.5), firstAtOrAfter(t, releaseS)));
  const fromS = firstAtOrAfter(t, releaseS) - 1;
  const t10S = crossingS(t, pct, 0.1 * level, 'down', fromS, t.length - 1, 0.025);
  const windowMs = 1000 * riseRateWindowS(1 / rateHz);
  const [from, to] = steepestLine(
    analysis.samples,
    fall,
    -1,
    { fromS: releaseS, toS: t10S },
    windowMs,
    1 / rateHz
  );
  const at = (s: number) => [s, heightAt(analysis.samples, s)] as const;
  return {
    title: 'How a contraction is let go',
    description:
      'A release with its corner, the time from 90 to 10 % of the level before it, the steepest fall, the end, and the mean from 0.5 to 1.5 seconds after the end.',
    panels: [
      {
        x: timeAxis(7.4, 10.6),
        y: percentAxis(-5, 95),
        layers: [
          { draw: 'stretch', fromS: endS + 0.5, toS: endS + 1.5 },
          { draw: 'trace', t, v: pct },
          { draw: 'line', from, to, tone: 'off', label: `steepest fall\n${shown(fall, 0)} %/s` },
          {
            draw: 'extent',
            fromS: t10S - t90To10S,
            toS: t10S,
            value: 82,
            label: `90 to 10 %: ${shown(t90To10S, 2)} s`
          },
          { draw: 'moment', at: at(releaseS), label: `release ${shown(releaseS, 2)} s` },
          { draw: 'moment', at: at(endS), label: `end ${shown(endS, 2)} s` },
          {
            draw: 'level',
            value: residualPct,
            fromS: endS + 0.5,
            toS: endS + 1.5,
            tone: 'off',
            label: `residual ${shown(residualPct, 1)} %`
          }
        ]
      }
    ]
  };
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
