import type { AnalysisOptions } from '../lib/signal/analysis';
import { PATTERN_UNIT_MS } from '../lib/signal/target';
import { numberOf, UsageError } from './usage-error';

const DEFAULT_BAND_PCT = 10;

/** @throws UsageError */
export function targetOf(values: {
  target?: string | undefined;
  start?: string | undefined;
  band?: string | undefined;
}): AnalysisOptions['target'] {
  if (values.target === undefined) {
    if (values.start !== undefined || values.band !== undefined)
      throw new UsageError('--start and --band belong to a --target.');
    return null;
  }
  const match = /^(\d+);(\d+);(\d+);(\d+)@(\d+(?:\.\d+)?)$/.exec(values.target.replaceAll(' ', ''));
  if (!match)
    throw new UsageError(
      `--target is rise;hold;fall;rest in tenths of a second and a force in %, such as "20;60;20;40@97"; not "${values.target}".`
    );
  if (values.start === undefined)
    throw new UsageError('--target needs --start: when its rise begins, in seconds of the recording.');
  const [rise = NaN, hold = NaN, fall = NaN, rest = NaN, forcePct = NaN] = match.slice(1).map(Number);
  const bandPct = values.band === undefined ? DEFAULT_BAND_PCT : numberOf('--band', values.band);
  if (!(bandPct > 0 && forcePct > 0 && rise + hold + fall + rest > 0))
    throw new UsageError('Force, band and length of the target are greater than 0.');
  return {
    pattern: {
      riseMs: rise * PATTERN_UNIT_MS,
      holdMs: hold * PATTERN_UNIT_MS,
      fallMs: fall * PATTERN_UNIT_MS,
      restMs: rest * PATTERN_UNIT_MS
    },
    forcePct,
    bandPct,
    startS: numberOf('--start', values.start)
  };
}
