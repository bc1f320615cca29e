import { PATTERN_UNIT_MS, type Pattern } from '$lib/signal/target';

/** A pattern as it is written: 40;20;40;60. */
export function patternNotation({ riseMs, holdMs, fallMs, restMs }: Pattern): string {
  return [riseMs, holdMs, fallMs, restMs].map((ms) => ms / PATTERN_UNIT_MS).join(';');
}
