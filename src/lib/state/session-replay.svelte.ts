import { proxy, type Remote } from 'comlink';
import { errorCode, type ErrorCode } from '../errors';
import type { SessionEvent } from '../session/pipeline';
import type { ReplayPart } from '../session/replay';
import { RecordedTrace } from '../session/trace';
import type { ResultRecord } from '../storage/result';
import type { SessionRecord } from '../storage/session';
import type { ArchiveApi, ReplayEnd, StoredSession } from '../worker/protocol';

/** A recorded session that is looked at: its record and its stored figures at once, its curve as it is worked out. */
export class SessionReplay {
  readonly session: SessionRecord;
  /** The figures that were stored, by version of the engine. */
  readonly stored: readonly ResultRecord[];
  /** As far as it has been read; so are its events. */
  readonly trace = new RecordedTrace();
  events = $state.raw<readonly SessionEvent[]>([]);
  /** Session time up to which it has been read. */
  readS = $state.raw(0);
  /** Null until all of it has been read. */
  end = $state.raw<ReplayEnd | null>(null);
  /** Why the rest could not be read. */
  problem = $state.raw<ErrorCode | 'unforeseen' | null>(null);
  /** Until all of it is read, as long as the clock says. */
  readonly endS = $derived(this.end ? this.trace.endS : Math.max(this.readS, this.#expectedS));
  /** When all of it has been read; rejects where it cannot be. */
  readonly whole: Promise<void>;
  #closed = false;

  /**
   * Resolves where training begins, which is what people look for, or at its end.
   *
   * Throws session_not_found or session_unreadable.
   */
  static async open(archive: Reading, id: string): Promise<SessionReplay> {
    const stored = await archive.stored(id);
    return new Promise((resolve, reject) => {
      const replay = new SessionReplay(archive, stored, () => {
        resolve(replay);
      });
      replay.whole.then(() => {
        resolve(replay);
      }, reject);
    });
  }

  private constructor(archive: Reading, { session, results }: StoredSession, onset: () => void) {
    this.session = session;
    this.stored = results;
    const take = ({ rows, events }: ReplayPart) => {
      this.trace.append(rows);
      this.events = [...this.events, ...events];
      this.readS = this.trace.endS;
      if (events.some(({ type }) => type === 'set')) onset();
      return !this.#closed;
    };
    this.whole = archive.replay(session.id, proxy(take)).then(
      (end) => {
        if (!this.#closed) this.end = end;
      },
      (error: unknown) => {
        this.problem = errorCode(error) ?? 'unforeseen';
        throw error;
      }
    );
  }

  /** Its newest figures; null while there are none. */
  get result(): ResultRecord | null {
    return this.end?.result ?? this.stored.at(-1) ?? null;
  }

  /** Nobody looks any more: the rest need not be read. */
  close(): void {
    this.#closed = true;
  }

  get #expectedS(): number {
    const { startedAtMs, endedAtMs } = this.session;
    return ((endedAtMs ?? startedAtMs) - startedAtMs) / 1000;
  }
}

type Reading = Pick<Remote<ArchiveApi>, 'stored' | 'replay'>;
