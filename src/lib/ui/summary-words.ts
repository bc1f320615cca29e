import { m } from '$lib/paraglide/messages';
import { outcomeOf } from '$lib/plan/outcome';
import type { ResultRecord } from '$lib/storage/result';
import { number } from './format';
import { setWords } from './notation';

type Set = ResultRecord['sets'][number];

/** How a session went: a line for all of it, or one for each of several sets. @param isFree whether anything was done outside of a set */
export function summaryLines(
  sets: readonly Set[],
  engineVersion: number,
  isFree: boolean
): readonly string[] {
  if (sets.length === 0) return [isFree ? m.summary_open() : m.summary_none()];
  const [only, ...others] = sets.map((set) => setSummary(set, engineVersion));
  if (only !== undefined && others.length === 0) return [only];
  return sets.map((set, i) =>
    m.summary_set({ number: i + 1, words: setWords(set.setUp), said: setSummary(set, engineVersion) })
  );
}

function setSummary(set: Set, engineVersion: number): string {
  if (set.rounds.length === 0) return m.set_over_none();
  if (set.rounds.every(isUnmeasured)) return m.summary_unmeasured();
  const outcome = outcomeOf([set], engineVersion);
  const { counted, good, rests, relaxed, tiredFrom, signedErrorPct, isCreeping } = outcome;
  const { tooStrong, notDone, mayHaveGrown } = outcome;
  const said = [
    counted > 0 && m.summary_rounds({ good, count: counted }),
    tooStrong > 0 && m.summary_too_strong({ count: tooStrong }),
    mayHaveGrown && m.summary_grown(),
    notDone > 0 && m.summary_not_done({ count: notDone }),
    tiredFrom !== null && m.summary_tired({ round: tiredFrom }),
    rests > 0 && m.summary_relaxed({ relaxed, count: rests }),
    signedErrorPct !== null && errorWords(signedErrorPct),
    isCreeping && m.summary_tone()
  ].filter((sentence) => sentence !== false);
  return said.join(' ');
}

/** Rounds of engines that judged none have a mean. */
const isUnmeasured = ({ figures }: Set['rounds'][number]) =>
  figures.quality === null && figures.holdMeanPct === null;

/** Less than half a % is the middle. */
function errorWords(signedErrorPct: number): string {
  const pct = number(Math.abs(signedErrorPct));
  if (pct === number(0)) return m.summary_middle();
  return signedErrorPct > 0 ? m.summary_above({ pct }) : m.summary_below({ pct });
}
