import { m } from '$lib/paraglide/messages';
import type { SetUp } from '$lib/signal/command';
import { relaxedBelowPct } from '$lib/signal/relaxation';
import { effectiveBandPct } from '$lib/signal/target';
import type { RoundEvent } from '$lib/signal/event';

/** One sentence about a round: what to keep, or the one thing to change. Who sits otherwise is not told to let go further. */
export function roundSentence({ round, figures }: Omit<RoundEvent, 'type'>, setUp: SetUp): string {
  const { inBandPct, holdMeanPct, restMeanPct, zeroPct, isSaturated, quality } = figures;
  if (inBandPct === null) return m.say_unmeasured({ round });
  if (isSaturated) return m.say_saturated({ round });
  // Before any word on fatigue: too hard is not tired.
  if (quality === 'too-strong') return m.say_high({ round });
  if (quality === 'not-done') return m.say_not_done({ round });
  if (quality === 'weak' && setUp.fatigue === 'past') return m.say_tired({ round });
  if (restMeanPct !== null && restMeanPct - zeroPct >= relaxedBelowPct(setUp.forcePct))
    return m.say_rest({ round });
  const bandPct = effectiveBandPct(setUp.bandPct, setUp.forcePct);
  if (holdMeanPct !== null && holdMeanPct < setUp.forcePct - bandPct) return m.say_low({ round });
  if (holdMeanPct !== null && holdMeanPct > setUp.forcePct + bandPct) return m.say_high({ round });
  return quality === 'good' ? m.say_steady({ round }) : m.say_follow({ round });
}

/** Which round it is, and of how many; by fatigue, of how many at the most. */
export function roundTitle(round: number, { rounds, fatigue }: SetUp): string {
  return fatigue ? m.round_at_most({ round, rounds }) : m.round_of({ round, rounds });
}
