import { m } from '$lib/paraglide/messages';
import type { TareRefusal } from '$lib/signal/tare';

/** Why rest was not taken for 0 %, and what to do. */
export const TARE_REFUSALS: Readonly<Record<TareRefusal, () => string>> = {
  restless: m.tare_refused_restless,
  drifting: m.tare_refused_drifting,
  gap: m.tare_refused_gap
};
