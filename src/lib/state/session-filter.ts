import type { SessionRecord } from '../storage/session';
import { isReal } from '../plan/simulated';

/** What is asked of the sessions in a list; null asks nothing. */
export interface SessionFilter {
  /** Begun within so many days. */
  readonly days: number | null;
  /** The setting of the latest set, as `settingOf` tells it. */
  readonly setting: string | null;
  /** Words in their notes. */
  readonly words: string;
  /** Those of the simulated sensor are left out. */
  readonly isRealOnly: boolean;
}

export const PERIODS_DAYS = [7, 28, 91, 365] as const;
export const EVERYTHING: SessionFilter = {
  days: null,
  setting: null,
  words: '',
  isRealOnly: false
};

const DAY_MS = 86_400_000;

/** The sessions that fit. @param nowMs since 1970 */
export function filtered(
  sessions: readonly SessionRecord[],
  { days, setting, words, isRealOnly }: SessionFilter,
  nowMs: number
): readonly SessionRecord[] {
  const wanted = words.trim().toLocaleLowerCase();
  return sessions.filter(
    (session) =>
      (!isRealOnly || isReal(session)) &&
      (days === null || session.startedAtMs > nowMs - days * DAY_MS) &&
      (setting === null || settingOf(session) === setting) &&
      (wanted === '' || session.notes.some(({ text }) => text.toLocaleLowerCase().includes(wanted)))
  );
}

/** One text for each force and pattern: what tells sets apart; null of a session without a set. */
export function settingOf({ setUp }: SessionRecord): string | null {
  if (!setUp) return null;
  const { riseMs, holdMs, fallMs, restMs } = setUp.pattern;
  return [setUp.forcePct, riseMs, holdMs, fallMs, restMs].join(' ');
}

/** A session of each setting that there is, the newest first. */
export function settingsOf(sessions: readonly SessionRecord[]): readonly SessionRecord[] {
  const found = new Map<string, SessionRecord>();
  for (const session of sessions) {
    const setting = settingOf(session);
    if (setting !== null && !found.has(setting)) found.set(setting, session);
  }
  return [...found.values()];
}
