import { m } from '$lib/paraglide/messages';
import type { TareRefusal } from '$lib/signal/tare';
import type { ZeroLoss } from '$lib/signal/zero-watch';

/** Why rest was not taken for 0 %, and what to do. */
export const TARE_REFUSALS: Readonly<Record<TareRefusal, () => string>> = {
  restless: m.tare_refused_restless,
  drifting: m.tare_refused_drifting,
  gap: m.tare_refused_gap,
  rezeroed: m.tare_refused_rezeroed,
  faint: m.tare_refused_faint
};

/** Why rest has to be measured anew, and what to do. */
export const ZERO_LOSSES: Readonly<Record<ZeroLoss, { title: () => string; lead: () => string }>> = {
  left: { title: m.left_title, lead: m.left_lead },
  rezeroed: { title: m.rezeroed_title, lead: m.rezeroed_lead },
  offset: { title: m.offset_title, lead: m.offset_lead }
};
