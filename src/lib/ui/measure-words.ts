import { m } from '$lib/paraglide/messages';
import type { Measure } from '$lib/progress/measures';
import type { Scale } from '$lib/signal/calibration/reference';
import { pctUnit } from './scale-words';

interface MeasureWords {
  readonly title: () => string;
  /** What it is, and which way is better. */
  readonly meaning: () => string;
  readonly unit: (scale: Scale) => string;
}

/** How what is followed over weeks is told. */
export const MEASURE_WORDS: Readonly<Record<Measure, MeasureWords>> = {
  endurance: {
    title: m.progress_endurance,
    meaning: m.progress_endurance_meaning,
    unit: () => 's'
  },
  tangent: { title: m.progress_tangent, meaning: m.progress_tangent_meaning, unit: () => '%' },
  relaxation: {
    title: m.progress_relaxation,
    meaning: m.progress_relaxation_meaning,
    unit: (scale) => pctUnit(scale)
  },
  steadiness: {
    title: m.progress_steadiness,
    meaning: m.progress_steadiness_meaning,
    unit: () => '%'
  }
};
