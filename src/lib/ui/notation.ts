import { m } from '$lib/paraglide/messages';
import type { SetUp } from '$lib/signal/command';
import { PATTERN_UNIT_MS, type Pattern } from '$lib/signal/target';
import { seconds } from './format';

/** A pattern as it is printed, in tenths of a second, for therapists: 40;20;40;60. Seconds always stand before it. */
export function patternNotation({ riseMs, holdMs, fallMs, restMs }: Pattern): string {
  return [riseMs, holdMs, fallMs, restMs].map((ms) => ms / PATTERN_UNIT_MS).join(';');
}

/** What tells a set from another, in one line: its force, its hold in seconds, and its pattern as it is printed. */
export function setWords({ forcePct, pattern }: Pick<SetUp, 'forcePct' | 'pattern'>): string {
  return m.set_words({
    force: forcePct,
    hold: seconds(pattern.holdMs / 1000),
    pattern: patternNotation(pattern)
  });
}

/** The four parts of a round with their seconds: tense 4 s · hold 2 s · let go 4 s · rest 6 s. */
export function patternWords({ riseMs, holdMs, fallMs, restMs }: Pattern): string {
  const parts = [
    [m.field_rise(), riseMs],
    [m.field_hold(), holdMs],
    [m.field_fall(), fallMs],
    [m.field_rest(), restMs]
  ] as const;
  // A number and its unit stay on one line.
  return parts.map(([word, ms]) => `${word} ${seconds(ms / 1000)}\u00a0s`).join(' · ');
}
