import { m } from '$lib/paraglide/messages';
import type { Measure } from '$lib/progress/measures';
import type { Scale } from '$lib/signal/calibration/reference';
import { pctUnit } from './scale-words';

interface MeasureWords {
  readonly title: () => string;
  /** What it is, and which way is better. */
  readonly meaning: () => string;
  readonly unit: (scale: Scale) => string;
  readonly digits: number;
}

/** How what is followed over weeks is told. */
export const MEASURE_WORDS: Readonly<Record<Measure, MeasureWords>> = {
  endurance: {
    title: m.progress_endurance,
    meaning: m.progress_endurance_meaning,
    unit: () => 's',
    digits: 1
  },
  tangent: { title: m.progress_tangent, meaning: m.progress_tangent_meaning, unit: () => '%', digits: 0 },
  relaxation: {
    title: m.progress_relaxation,
    meaning: m.progress_relaxation_meaning,
    unit: (scale) => pctUnit(scale),
    digits: 1
  },
  steadiness: {
    title: m.progress_steadiness,
    meaning: m.progress_steadiness_meaning,
    unit: () => '%',
    digits: 1
  }
};
