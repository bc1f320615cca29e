import { m } from '$lib/paraglide/messages';
import type { RoundFigures } from '$lib/signal/round-score';

/** What is shown of a round, with its definition in words (docs/signal.md has the formulas). */
export const ROUND_COLUMNS = [
  { key: 'inBandPct', name: m.column_in_band, unit: '%', digits: 0, meaning: m.meaning_in_band },
  { key: 'reactionS', name: m.column_reaction, unit: 's', digits: 1, meaning: m.meaning_reaction },
  { key: 'holdMeanPct', name: m.column_hold, unit: '%MVC', digits: 1, meaning: m.meaning_hold },
  { key: 'rmsePct', name: m.column_rmse, unit: '%MVC', digits: 1, meaning: m.meaning_rmse },
  { key: 'restMeanPct', name: m.column_rest, unit: '%MVC', digits: 1, meaning: m.meaning_rest }
] as const satisfies readonly {
  readonly key: keyof RoundFigures;
  readonly name: () => string;
  readonly unit: string;
  readonly digits: number;
  readonly meaning: () => string;
}[];
