import { m } from '$lib/paraglide/messages';
import type { ContractionFigures } from '$lib/signal/contraction';
import type { QuickSeries } from '$lib/signal/quick/series';
import { number, seconds } from './format';

/** At this rate and below only tenths of a second mean something (docs/signal.md, 7), Hz; with a little tolerance. */
const TENTHS_HZ = 20.5;

/** The latest squeeze outside of a set. */
export function lastSqueezeWords(contraction: ContractionFigures | null): string {
  if (!contraction) return m.ready_try();
  const { hold, plateauPct, pulse, isSaturated, rateHz } = contraction;
  if (hold) return m.ready_hold({ mean: number(hold.meanPct), seconds: number(hold.endS - hold.startS, 1) });
  const peakPct = pulse?.peakPct ?? plateauPct;
  if (peakPct === null) return m.ready_try();
  const peak = `${isSaturated ? '≥\u00a0' : ''}${number(peakPct)}`;
  const timeS = pulse?.timeToPeakS ?? null;
  if (timeS === null) return m.ready_contraction({ peak });
  return m.ready_quick({ peak, seconds: number(timeS, rateHz <= TENTHS_HZ ? 1 : 2) });
}

/** How many quick squeezes, how often, and how the last compare with the first. */
export function seriesWords({
  count,
  ratePerMin,
  compared,
  decrementPct
}: Omit<QuickSeries, 'squeezes'>): string {
  const paced = m.quick_series({ count, seconds: seconds(60 / ratePerMin) });
  return `${paced} ${decrementWords(compared, decrementPct)}`;
}

/** Less than half a % is none. */
function decrementWords(compared: number, decrementPct: number | null): string {
  if (decrementPct === null) return m.quick_unknown();
  const pct = number(Math.abs(decrementPct));
  if (pct === number(0)) return m.quick_level({ compared });
  return decrementPct > 0 ? m.quick_lower({ compared, pct }) : m.quick_higher({ compared, pct });
}
