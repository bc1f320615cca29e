import { m } from '$lib/paraglide/messages';
import type { Scale } from '$lib/signal/calibration/reference';
import type { QuickSqueeze } from '$lib/signal/quick/series';
import { pctUnit } from './scale-words';

interface SqueezeColumn {
  readonly key: string;
  readonly name: () => string;
  readonly unit: (scale: Scale) => string;
  readonly digits: number;
  readonly value: (squeeze: QuickSqueeze) => number | null;
  /** Of a saturated squeeze it is a lower bound. */
  readonly isBound?: true;
}

/** What is shown of a quick squeeze (docs/signal.md, 19). */
export const SQUEEZE_COLUMNS: readonly SqueezeColumn[] = [
  {
    key: 'peakPct',
    name: m.quick_peak,
    unit: (scale) => pctUnit(scale),
    digits: 0,
    value: ({ peakPct }) => peakPct,
    isBound: true
  },
  {
    key: 'timeToPeakS',
    name: m.quick_time,
    unit: () => 's',
    digits: 2,
    value: ({ timeToPeakS }) => timeToPeakS
  },
  {
    key: 'riseRatePctPerS',
    name: m.column_rise_rate,
    unit: (scale) => pctUnit(scale, '/s'),
    digits: 0,
    value: ({ riseRate }) => ('valuePctPerS' in riseRate ? riseRate.valuePctPerS : null)
  },
  {
    key: 'peakFallPctPerS',
    name: m.quick_fall,
    unit: (scale) => pctUnit(scale, '/s'),
    digits: 0,
    value: ({ peakFallPctPerS }) => peakFallPctPerS
  },
  {
    key: 'durationS',
    name: m.quick_length,
    unit: () => 's',
    digits: 2,
    value: ({ durationS }) => durationS
  },
  {
    key: 'impulsePctS',
    name: m.quick_impulse,
    unit: (scale) => `${pctUnit(scale)}·s`,
    digits: 1,
    value: ({ impulsePctS }) => impulsePctS,
    isBound: true
  }
];
