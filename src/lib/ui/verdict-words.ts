import { m } from '$lib/paraglide/messages';
import type { TraceWindow } from '$lib/session/trace';
import type { RoundFigures } from '$lib/signal/event';
import { WEAK_PCT, type Quality } from '$lib/signal/round-quality';
import { curveOf } from '$lib/signal/set-curve';
import { effectiveBandPct } from '$lib/signal/target';
import type { SetUp } from '$lib/signal/command';
import { distance, number, seconds, share } from './format';

const QUALITY_WORDS: Readonly<Record<Quality, () => string>> = {
  'not-done': m.quality_not_done,
  'too-strong': m.quality_too_strong,
  good: m.quality_good,
  fair: m.quality_fair,
  weak: m.quality_weak
};

type Figures = Pick<RoundFigures, 'quality' | 'holdInBandPct' | 'holdMeanPct' | 'inBandPct' | 'isSaturated'>;

/** What a verdict is seen against. */
export interface Against {
  readonly setUp: SetUp;
  readonly rmaxPctPerS: number | null;
  /** The strongest hold of the rounds before, as `bestHoldPct` gives it. */
  readonly bestPct: number | null;
  /** What was done: seconds since the round began, and %. */
  readonly curve: TraceWindow | undefined;
}

/** How a round went, with the number that says so and no other. */
export function verdictWords(figures: Figures, against: Against): string {
  const { quality, inBandPct, holdInBandPct } = figures;
  if (quality)
    return m.verdict({ word: QUALITY_WORDS[quality](), reason: REASONS[quality](figures, against) });
  // Engines of earlier versions judged no round.
  if (holdInBandPct !== null) return m.verdict_share({ pct: share(holdInBandPct) });
  return inBandPct === null ? m.verdict_unmeasured() : m.verdict_share_round({ pct: share(inBandPct) });
}

const REASONS: Readonly<Record<Quality, (figures: Figures, against: Against) => string>> = {
  'not-done': () => m.verdict_not_done(),
  'too-strong': ({ holdMeanPct, isSaturated }, { setUp }) => {
    const over = distance((holdMeanPct ?? NaN) - setUp.forcePct - band(setUp));
    return isSaturated ? m.verdict_over_least({ over }) : m.verdict_over({ over });
  },
  good: ({ holdInBandPct }) => m.verdict_share({ pct: share(holdInBandPct) }),
  fair: ({ holdInBandPct, holdMeanPct }, { setUp }) => {
    const edge = setUp.forcePct - band(setUp);
    return holdMeanPct !== null && holdMeanPct < edge
      ? m.verdict_low({ mean: share(holdMeanPct), edge: number(edge) })
      : m.verdict_share({ pct: share(holdInBandPct) });
  },
  weak: (figures, against) => {
    const reason = weakness(figures, against);
    const lostS = lostAfterS(against);
    return lostS === null ? reason : m.verdict_lost({ reason, seconds: seconds(lostS) });
  }
};

function weakness({ holdInBandPct, holdMeanPct }: Figures, { bestPct }: Against): string {
  if (bestPct === null || holdInBandPct === null || holdInBandPct < WEAK_PCT)
    return m.verdict_share_weak({ pct: share(holdInBandPct) });
  return m.verdict_sunk({ mean: share(holdMeanPct), best: number(bestPct) });
}

const band = ({ bandPct, forcePct }: SetUp) => effectiveBandPct(bandPct, forcePct);

/** The strongest of several holds, as far as the target asked for it: more is no measure of strength. Null where none was measured. */
export function bestHoldPct(
  rounds: readonly { readonly figures: Pick<RoundFigures, 'holdMeanPct'> }[],
  { forcePct }: Pick<SetUp, 'forcePct'>
): number | null {
  const means = rounds.map(({ figures }) => figures.holdMeanPct).filter((mean) => mean !== null);
  return means.length === 0 ? null : Math.min(forcePct, Math.max(...means));
}

/** Less is shown as 0. */
const LEAST_S = 0.1;

/** When the force fell below the band for good, s after the hold began; null where it never was in it, or no curve is known. */
function lostAfterS({ setUp, rmaxPctPerS, curve }: Against): number | null {
  if (!curve) return null;
  const target = curveOf(setUp, rmaxPctPerS);
  const hold = target.segments.findIndex(({ cue }) => cue === 'hold');
  const [fromS, toS] = [target.startOf(hold), target.endOf(hold)];
  const edge = setUp.forcePct - band(setUp);
  const at = curve.value.findLastIndex((pct, i) => {
    const s = curve.timeS[i] ?? NaN;
    return s >= fromS && s < toS && pct >= edge;
  });
  // Where the signal is missing afterwards, nobody knows.
  if (at < 0 || !((curve.value[at + 1] ?? NaN) < edge)) return null;
  const lostS = ((curve.timeS[at] ?? NaN) + (curve.timeS[at + 1] ?? NaN)) / 2;
  const afterS = lostS - fromS;
  return lostS < toS && afterS >= LEAST_S ? afterS : null;
}
