import { m } from '$lib/paraglide/messages';
import type { SetUp } from '$lib/signal/command';
import { effectiveBandPct } from '$lib/signal/target';
import type { RoundEvent } from '$lib/signal/event';

/** *Decision*: relaxed is below 10 % (domain rule for rests); a good round is in the ribbon for 70 % of the time. */
const RELAXED_PCT = 10;
const GOOD_PCT = 70;

/** One sentence about a round: what to keep, or the one thing to change. Who sits otherwise is not told to let go further. */
export function roundSentence({ round, figures }: Omit<RoundEvent, 'type'>, setUp: SetUp): string {
  const { inBandPct, holdMeanPct, restMeanPct, zeroPct, isSaturated } = figures;
  if (inBandPct === null) return m.say_unmeasured({ round });
  if (isSaturated) return m.say_saturated({ round });
  if (restMeanPct !== null && restMeanPct - zeroPct >= RELAXED_PCT) return m.say_rest({ round });
  const bandPct = effectiveBandPct(setUp.bandPct, setUp.forcePct);
  if (holdMeanPct !== null && holdMeanPct < setUp.forcePct - bandPct) return m.say_low({ round });
  if (holdMeanPct !== null && holdMeanPct > setUp.forcePct + bandPct) return m.say_high({ round });
  return inBandPct >= GOOD_PCT ? m.say_steady({ round }) : m.say_follow({ round });
}
