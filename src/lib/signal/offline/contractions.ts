import type { ContractionFigures } from '../contraction';
import { ContractionWatch } from '../contraction-watch';
import { known } from '../known';
import { levelsOf, watchedLevels } from '../levels';
import { reasonsOf, type Reasons } from '../reasons/contraction-reasons';
import type { Relaxation } from '../release';
import { reviewOf, type Review } from '../review/review';
import { eachSample, type RecordedSignal } from './signal';

export type AnalysedContraction = ContractionFigures & {
  /** When it first reached 90 % of its plateau, s; null where that is hidden. */
  readonly t90S: number | null;
  readonly relaxation: Relaxation | null;
  readonly review: Review;
  /** Why figures are null. */
  readonly reasons: Reasons;
};

/**
 * The contractions of a recording, as the live engine finds them.
 *
 * @param noise σ of the rest, in the recording's unit
 * @param mvc 100 %, in the recording's unit
 * @param hasOnsets false where the reference is too coarse for onset and rise figures
 */
export function contractionsIn(
  signal: RecordedSignal,
  noise: number,
  mvc: number,
  hasOnsets: boolean
): AnalysedContraction[] {
  const found: { figures: ContractionFigures; basePct: number; t90S: number }[] = [];
  const relaxations: (Relaxation | null)[] = [];
  const noisePct = (100 * noise) / mvc;
  const levels = levelsOf(noisePct);
  const watch = new ContractionWatch(
    watchedLevels(levels),
    hasOnsets,
    {
      contraction: (figures, basePct, t90S) => found.push({ figures, basePct, t90S }),
      relaxation: (figures) => relaxations.push(figures)
    },
    signal.noise,
    signal.t.length
  );
  eachSample(signal, (run) => {
    watch.push(run.sampleAt(0));
  });
  watch.finish();
  const { t, pct: v, stepS } = signal;
  const recording = { t, v, stepS, hasOnsets, onsetPct: levels.onsetPct, noisePct, unitsPerPct: mvc / 100 };
  return found.map(({ figures, basePct, t90S }, i) => {
    const relaxation = relaxations[i] ?? null;
    const fromS = found[i - 1]?.figures.endS ?? -Infinity;
    const around = {
      t,
      v,
      stepS,
      basePct,
      hasOnsets,
      fromS,
      untilS: found[i + 1]?.figures.startS ?? Infinity
    };
    return {
      ...figures,
      t90S: known(t90S),
      relaxation,
      review: reviewOf({ ...recording, figures, basePct, fromS }),
      reasons: reasonsOf(figures, relaxation, around)
    };
  });
}
