import type { Summary } from '../session/summary';
import { ENGINE_VERSION } from '../signal/engine';
import type { CalibrationRecord } from '../storage/calibration';
import type { Database } from '../storage/database';
import type { Entry } from '../storage/entry';
import { JournalWriter } from '../storage/journal-writer';
import { pack } from '../storage/packed';
import type { Note, SessionRecord } from '../storage/session';
import type { StorageState } from './protocol';

/** Less room than this is said before the start: an hour at 200 Hz takes about 3.5 MB. */
const LOW_BYTES = 50e6;
/** Of the journal in one chunk. Until then each flush writes the chunk under way anew: few records, and none that has to be joined later. */
const CHUNK_BYTES = 2 ** 15;

/** The session that is recorded. */
export interface Begun {
  readonly id: string;
  readonly person: string;
  /** What is prescribed to her; null without a plan. */
  readonly prescription: string | null;
  readonly startedAtMs: number;
  /** Of a session that was cut off and goes on: what was stored of it. */
  readonly chunks: number;
  readonly notes: readonly Note[];
}

/**
 * Keeps one session: its journal in chunks, and the record that the history lists. What could not be written stays in memory
 * and is tried again with the next flush; training goes on either way.
 */
export class Recorder {
  readonly #journal = new JournalWriter();
  /** Of the journal's bytes. */
  #stored = 0;
  #chunks: number;
  #endedAtMs: number | null = null;
  #recordChanged = true;
  /** A link that never brought a frame is no session, unless something was told. */
  #received = false;
  #flushing: Promise<void> | null = null;
  #isLow = false;
  #state: StorageState = 'kept';
  /** Accepted, and not written yet. */
  #calibrations: readonly CalibrationRecord[] = [];

  constructor(
    private readonly database: Database,
    private readonly begun: Begun,
    private readonly summary: Summary,
    private readonly onStorage: (state: StorageState) => void
  ) {
    this.#chunks = begun.chunks;
  }

  get id(): string {
    return this.begun.id;
  }
  get state(): StorageState {
    return this.#state;
  }
  /** Whether any of it is stored. */
  get isStored(): boolean {
    return this.#chunks > 0 || this.#stored > 0;
  }
  /** Whether it is over, and nothing of it waits to be written. */
  get isSettled(): boolean {
    const waits =
      this.#received &&
      (this.#recordChanged || this.#calibrations.length > 0 || this.#journal.length > this.#stored);
    return this.#endedAtMs !== null && !waits;
  }

  /** Tries the store before anything is recorded, so that a loss is told before it happens. */
  async begin(): Promise<StorageState> {
    try {
      await this.database.open();
    } catch {
      this.#tell('unavailable');
      return this.#state;
    }
    this.#isLow = await hasLittleRoom();
    this.#tell(this.#isLow ? 'low' : 'kept');
    return this.#state;
  }

  append(entry: Entry): void {
    this.#journal.append(entry);
    const isTold = entry.kind === 'check' && entry.check.signs.length > 0;
    if (isTold || (entry.kind === 'packet' && entry.channel === 'pressure')) this.#received = true;
  }

  /** The summary says something new. */
  changed(): void {
    this.#recordChanged = true;
  }

  /** Keeps a calibration that was accepted, whole or not at all. */
  calibrated(made: Omit<CalibrationRecord, 'id' | 'session' | 'person' | 'engineVersion'>): void {
    const { id: session, person } = this.begun;
    this.#calibrations = [
      ...this.#calibrations,
      { ...made, id: crypto.randomUUID(), session, person, engineVersion: ENGINE_VERSION }
    ];
  }

  async finish(endedAtMs: number): Promise<StorageState> {
    this.#endedAtMs = endedAtMs;
    this.#recordChanged = true;
    await this.#flushing;
    await this.flush();
    return this.#state;
  }

  /** Writes what is new. One at a time: a second call while one runs joins it. */
  flush(): Promise<void> {
    this.#flushing ??= this.#write().finally(() => {
      this.#flushing = null;
    });
    return this.#flushing;
  }

  /** All that is new in one step: so a session that is finished has all its figures. */
  async #write(): Promise<void> {
    const { length } = this.#journal;
    const isNew = this.#recordChanged || this.#calibrations.length > 0 || length > this.#stored;
    if (!this.#received || !isNew) return;
    const calibrations = this.#calibrations;
    const session = this.#recordChanged ? this.#record : null;
    this.#recordChanged = false;
    try {
      const bytes = await pack(this.#journal.bytes(), this.#journal.frameBytes);
      await this.database.save({
        ...(session && { session, result: this.summary.resultOf(this.id) }),
        calibrations,
        ...(length > this.#stored && { chunk: { session: this.id, index: this.#chunks, bytes } })
      });
      this.#calibrations = this.#calibrations.slice(calibrations.length);
      this.#stored = length;
      if (length >= CHUNK_BYTES) {
        this.#journal.drop(length);
        this.#stored = 0;
        this.#chunks += 1;
      }
      this.#tell(this.#isLow ? 'low' : 'kept');
    } catch (error) {
      this.#recordChanged ||= session !== null;
      this.#tell(isQuota(error) ? 'full' : 'unavailable');
    }
  }

  get #record(): SessionRecord {
    const { id, person, prescription, startedAtMs, notes } = this.begun;
    return {
      id,
      person,
      prescription,
      startedAtMs,
      endedAtMs: this.#endedAtMs,
      notes: [...notes],
      ...this.summary.record
    };
  }

  #tell(state: StorageState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.onStorage(state);
  }
}

/** Not every browser tells, and one that does not is no reason to stop. */
async function hasLittleRoom(): Promise<boolean> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota !== undefined && usage !== undefined && quota - usage < LOW_BYTES;
  } catch {
    return false;
  }
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
