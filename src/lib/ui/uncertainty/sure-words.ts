import { m } from '$lib/paraglide/messages';
import type { How } from '$lib/signal/uncertainty/figure';
import type { Uncertainty } from '$lib/signal/uncertainty/uncertainty';
import { upperLimit } from './stated';

/** How a ± was found. */
export const HOW_WORDS: Readonly<Record<How, () => string>> = {
  formula: m.sure_formula,
  table: m.sure_table,
  repeats: m.sure_repeats
};

/** How a kind of figure is written. */
interface Kind {
  readonly digits: number;
  readonly unit: string;
  readonly isShare?: boolean | undefined;
}

/**
 * What is to be known of one kind of figure beside its ±: how that was found, the limit of detection (a share has none), and the known bias. The
 * largest of several rounds.
 *
 * @param all of the same figure in each round where it is known
 * @returns whole sentences; none where it is known nowhere
 */
export function sureWords(all: readonly Uncertainty[], { digits, unit, isShare }: Kind): readonly string[] {
  const [first] = all;
  if (!first) return [];
  const limit = upperLimit(Math.max(...all.map(({ detectable }) => detectable)), digits);
  return [
    HOW_WORDS[first.how](),
    ...(isShare ? [] : [m.sure_limit({ limit, unit })]),
    ...biasWords(
      all.map(({ bias }) => bias),
      digits,
      unit
    )
  ];
}

/** Less than half of the last digit that is shown is no bias that anybody could see. */
function biasWords(biases: readonly Uncertainty['bias'][], digits: number, unit: string): readonly string[] {
  const seen = (size: number) => (size >= 0.5 * 10 ** -digits ? upperLimit(size, digits) : null);
  const low = seen(Math.max(...biases.map(([least]) => -least)));
  const high = seen(Math.max(...biases.map(([, most]) => most)));
  if (low !== null && high !== null) return [m.sure_low_high({ low, high, unit })];
  if (low !== null) return [m.sure_low({ low, unit })];
  return high === null ? [] : [m.sure_high({ high, unit })];
}
