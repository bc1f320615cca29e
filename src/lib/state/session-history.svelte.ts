import type { Remote } from 'comlink';
import { errorCode, type ErrorCode } from '../errors';
import type { SessionRecord } from '../storage/session';
import type { ArchiveApi } from '../worker/protocol';

/** More than fit on a screen. */
const FIRST = 20;

type Reading = Pick<Remote<ArchiveApi>, 'newestSessions' | 'sessions' | 'damaged'>;

/** The sessions of one person, newest first: the first of them soon, then all. */
export class SessionHistory {
  sessions = $state.raw<readonly SessionRecord[]>([]);
  isWhole = $state.raw(false);
  /** How many damaged records were set aside, of anybody: they are found on the way. */
  damaged = $state.raw(0);
  /** Why the rest could not be read. */
  problem = $state.raw<ErrorCode | 'unforeseen' | null>(null);

  private constructor(first: readonly SessionRecord[]) {
    this.sessions = first;
  }

  /** Resolves with the first of them; the rest is read behind. */
  static async open(archive: Reading, person: string): Promise<SessionHistory> {
    const history = new SessionHistory(await archive.newestSessions(person, FIRST));
    history.#readAll(archive, person).catch((error: unknown) => {
      history.problem = errorCode(error) ?? 'unforeseen';
    });
    return history;
  }

  async #readAll(archive: Reading, person: string): Promise<void> {
    this.sessions = await archive.sessions(person);
    this.isWhole = true;
    this.damaged = await archive.damaged();
  }
}
