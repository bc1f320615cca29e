import { firstAtOrAfter } from '../crossing';
import { measureRest } from '../rest/measured-rest';
import { directionOf, DirectionUnclear, reachOf, type Reach } from './direction';
import { FAR, findRest, type FoundRest } from './rest-search';
import { refusalOf, REST_S, spanOf, type Surveyed } from './windows';

/** What rest reads: its value; or the time in which there was rest, s. */
export type KnownRest = { readonly baseline: number } | { readonly fromS: number; readonly toS: number };

/** What an analysis goes by, and what of it was found in the recording itself. */
export interface Choice {
  readonly rest: KnownRest;
  /** Null: the rest was given. */
  readonly found: FoundRest | null;
  readonly polarity: 1 | -1;
  /** How far the signal leaves rest either way; null: the polarity was given. */
  readonly reach: Reach | null;
}

/**
 * Rest and polarity as they are given, or as the recording shows them. Where both are to be found, calm first three seconds are the rest.
 *
 * @throws DirectionUnclear where the polarity is to be found and nothing shows it
 */
export function choose(survey: Surveyed, rest: KnownRest | 'find', polarity: 1 | -1 | 'find'): Choice {
  if (polarity !== 'find') {
    const found = rest === 'find' ? findRest(survey, polarity) : null;
    return { rest: found ?? (rest as KnownRest), found, polarity, reach: null };
  }
  const found = rest === 'find' ? restEitherWay(survey) : null;
  const known = found ?? (rest as KnownRest);
  const { baseline, sd } = levelOf(survey, known);
  const reach = reachOf(survey, baseline);
  return { rest: known, found, polarity: directionOf(reach, sd), reach };
}

/** The rest that does not depend on the direction. */
function restEitherWay(survey: Surveyed): FoundRest {
  const [startS, span] = [survey.t[0] ?? NaN, spanOf(survey)];
  if (refusalOf(survey, startS, span) === null)
    return { fromS: startS, toS: startS + REST_S, firstRefused: null, isMakeshift: false };
  const [low, high] = [findRest(survey, 1), findRest(survey, -1)];
  if (low.isMakeshift || high.isMakeshift) return low.isMakeshift ? high : low;
  const apart = Math.abs(levelOf(survey, low).baseline - levelOf(survey, high).baseline);
  if (apart > FAR * span)
    throw new DirectionUnclear(
      'The first three seconds are no rest, and the signal is calm at a low and at a high level, so nothing shows which of them is the rest.'
    );
  return low;
}

function levelOf({ t, v, resolution }: Surveyed, rest: KnownRest): { baseline: number; sd: number } {
  if ('baseline' in rest) return { baseline: rest.baseline, sd: resolution };
  const [from, to] = [firstAtOrAfter(t, rest.fromS), firstAtOrAfter(t, rest.toS)];
  return measureRest(t.subarray(from, to), v.subarray(from, to), resolution);
}
