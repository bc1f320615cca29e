import type { Figure } from '../../../src/lib/figure/figure';
import { heightAt } from '../../../src/lib/figure/recording/contraction-panel';
import { crossingS } from '../../../src/lib/signal/crossing';
import { slopeTowards, type Slope } from '../../../src/lib/signal/tangent';
import { sampled } from '../../unit/signal/samples';
import { contractionAt, defined, eased, percentAxis, recorded, shown, timeAxis } from '../signals';

const squeeze = (heightPct: number) => (s: number) => heightPct * (eased(s, 4, 4.8) - eased(s, 8, 8.6));

export function riseTime(): Figure {
  const analysis = recorded(sampled(squeeze(80), 100, 0, 10), 3);
  const contraction = contractionAt(analysis, 0);
  const [t90S, riseTimeS] = [defined(contraction.t90S), defined(contraction.riseTimeS)];
  const plateauPct = defined(contraction.plateauPct);
  const { t, pct } = analysis.samples;
  const at = (s: number) => [s, heightAt(analysis.samples, s)] as const;
  return {
    title: 'The rise time, from 10 to 90 % of the plateau',
    description:
      'A rise with the crossings of 10 % and of 90 % of the plateau; the time between them is the rise time.',
    panels: [
      {
        x: timeAxis(3.8, 5.4),
        y: percentAxis(-5, 100),
        layers: [
          { draw: 'level', value: plateauPct, label: `plateau ${shown(plateauPct, 1)} %`, tone: 'edge' },
          { draw: 'level', value: 0.9 * plateauPct, label: '90 % of it' },
          { draw: 'level', value: 0.1 * plateauPct, label: '10 % of it' },
          { draw: 'trace', t, v: pct },
          { draw: 'moment', at: at(t90S - riseTimeS), label: 't10' },
          { draw: 'moment', at: at(t90S), label: 't90' },
          {
            draw: 'extent',
            fromS: t90S - riseTimeS,
            toS: t90S,
            value: 35,
            label: `rise time ${shown(riseTimeS, 2)} s`,
            tone: 'off'
          }
        ]
      }
    ]
  };
}

const FORCE_PCT = 70;

export function tangent(): Figure {
  const samples = sampled(squeeze(76), 100, 3.5, 6);
  const [t, v] = [Float64Array.from(samples, (each) => each.t), Float64Array.from(samples, (each) => each.v)];
  const slope = slopeTowards(FORCE_PCT, t, v, 1 / 100);
  const [low, high] = [0.2 * FORCE_PCT, 0.8 * FORCE_PCT];
  const crossing = (level: number) => crossingS(t, v, level, 'up', 0, t.length - 1, 1);
  const [t20, t80] = [crossing(low), crossing(high)];
  return {
    title: 'The slope towards a target, which its tangent is made of',
    description:
      'A rise towards a target force K of 70 %. A straight line joins its crossings of 20 % and of 80 % of K; its slope is s.',
    panels: [
      {
        x: timeAxis(3.8, 5.4),
        y: percentAxis(-5, 100),
        layers: [
          { draw: 'level', value: FORCE_PCT, label: `target force K = ${FORCE_PCT} %`, tone: 'edge' },
          { draw: 'level', value: high, label: '80 % of K' },
          { draw: 'level', value: low, label: '20 % of K' },
          { draw: 'trace', t, v },
          { draw: 'line', from: [t20, low], to: [t80, high], label: slopeText(slope), tone: 'off' },
          { draw: 'moment', at: [t20, low], label: 't20' },
          { draw: 'moment', at: [t80, high], label: 't80' }
        ]
      }
    ]
  };
}

function slopeText(slope: Slope): string {
  return 'pctPerS' in slope ? `s = 0.6·K/(t80 − t20)\n= ${shown(slope.pctPerS, 0)} %/s` : slope.notMeasured;
}
