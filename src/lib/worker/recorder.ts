import { errorCode } from '../errors';
import type { Summary } from '../session/summary';
import { ENGINE_VERSION } from '../signal/engine';
import type { CalibrationRecord } from '../storage/calibration';
import type { Database } from '../storage/database';
import type { Entry } from '../storage/entry';
import { JournalWriter } from '../storage/journal-writer';
import { pack } from '../storage/packed';
import type { JournalChunk, Note, SessionRecord } from '../storage/session';
import type { StorageState } from './protocol';

/** Less room than this is said before the start: an hour at 200 Hz takes about 3.5 MB. */
const LOW_BYTES = 50e6;
/** Of the journal in one chunk. Until then each flush writes the chunk under way anew: few records, and none that has to be joined later. */
const CHUNK_BYTES = 2 ** 15;
/** So many attempts in a row fail before it is said: a browser that dropped the connection gives another one meanwhile. */
const FAILURES_SAID = 3;
/** Between two attempts at most so many flushes pass. */
const LONGEST_WAIT = 5;

/** The session that is recorded. */
export interface Begun {
  readonly id: string;
  readonly person: string;
  /** What is prescribed to her; null without a plan. */
  readonly prescription: string | null;
  readonly startedAtMs: number;
  /** With the simulated sensor: it counts for nothing. */
  readonly isSimulated: boolean;
  /** Of a session that was cut off and goes on: what was stored of it. */
  readonly chunks: number;
  /** How many entries those hold. */
  readonly entries: number;
  readonly notes: readonly Note[];
}

/**
 * Keeps one session: its journal in chunks, and the record that the history lists. What could not be written stays in memory
 * and is tried again, at longer and longer intervals; training goes on either way. What was written stays in memory as well, packed (2 MB an
 * hour): where the database was removed meanwhile, all of it is written once more.
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
  /** All that were accepted, and how many of them are written. */
  #calibrations: readonly CalibrationRecord[] = [];
  #calibrationsStored = 0;
  /** The chunks of this recorder that are whole and written. */
  #earlier: readonly JournalChunk[] = [];
  /** Of the journal's entries: those in earlier chunks, and all. */
  #before: number;
  #entries: number;
  #isRecordStored: boolean;
  /** Attempts that failed in a row, and flushes that pass before the next one. */
  #failures = 0;
  #waits = 0;

  constructor(
    private readonly database: Database,
    private readonly begun: Begun,
    private readonly summary: Summary,
    private readonly onStorage: (state: StorageState) => void
  ) {
    this.#chunks = begun.chunks;
    this.#before = this.#entries = begun.entries;
    this.#isRecordStored = begun.chunks > 0;
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
      (this.#recordChanged || this.#hasNewCalibration || this.#journal.length > this.#stored);
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
    this.#entries += 1;
    const isTold = entry.kind === 'check' && entry.check.signs.length > 0;
    if (isTold || (entry.kind === 'packet' && entry.channel === 'pressure')) this.#received = true;
  }

  /** The summary says something new. */
  changed(): void {
    this.#recordChanged = true;
  }

  /** Keeps a calibration that was accepted, whole or not at all. */
  calibrated(made: Pick<CalibrationRecord, 'atMs' | 'sensor' | 'reference' | 'rest' | 'attempts'>): void {
    const { id: session, person, isSimulated } = this.begun;
    const id = crypto.randomUUID();
    this.#calibrations = [
      ...this.#calibrations,
      { ...made, id, session, person, isSimulated, engineVersion: ENGINE_VERSION }
    ];
  }

  async finish(endedAtMs: number): Promise<StorageState> {
    this.#endedAtMs = endedAtMs;
    this.#recordChanged = true;
    await this.#flushing;
    await this.#flushNow();
    // A connection that broke just then is there again.
    if (this.#failures > 0) await this.#flushNow();
    return this.#state;
  }

  #flushNow(): Promise<void> {
    this.#waits = 0;
    return this.flush();
  }

  /** Writes what is new. One at a time: a second call while one runs joins it. */
  flush(): Promise<void> {
    if (this.#waits > 0) {
      this.#waits -= 1;
      return Promise.resolve();
    }
    this.#flushing ??= this.#write().finally(() => {
      this.#flushing = null;
    });
    return this.#flushing;
  }

  get #hasNewCalibration(): boolean {
    return this.#calibrations.length > this.#calibrationsStored;
  }

  /** All that is new in one step: so a session that is finished has all its figures. */
  async #write(): Promise<void> {
    const { length } = this.#journal;
    const entries = this.#entries;
    const isNew = this.#recordChanged || this.#hasNewCalibration || length > this.#stored;
    if (!this.#received || !isNew) return;
    const { length: calibrations } = this.#calibrations;
    const isRecordNew = this.#recordChanged;
    this.#recordChanged = false;
    try {
      const bytes = await pack(this.#journal.bytes(), this.#journal.frameBytes);
      const numbers = { index: this.#chunks, before: this.#before, entries: entries - this.#before };
      const chunk = { session: this.id, ...numbers, bytes };
      await this.#save(chunk, { isRecordNew, isChunkNew: length > this.#stored, calibrations });
      this.#calibrationsStored = calibrations;
      this.#isRecordStored ||= isRecordNew;
      this.#stored = length;
      if (length >= CHUNK_BYTES) {
        this.#journal.drop(length);
        this.#stored = 0;
        this.#chunks += 1;
        this.#before = entries;
        this.#earlier = [...this.#earlier, chunk];
      }
      this.#failures = 0;
      this.#tell(this.#isLow ? 'low' : 'kept');
    } catch (error) {
      this.#recordChanged ||= isRecordNew;
      this.#fail(error);
    }
  }

  async #save(
    chunk: JournalChunk,
    {
      isRecordNew,
      isChunkNew,
      calibrations
    }: { isRecordNew: boolean; isChunkNew: boolean; calibrations: number }
  ): Promise<void> {
    const record = () => ({ session: this.#record, result: this.summary.resultOf(this.id) });
    try {
      await this.database.save({
        ...(isRecordNew && record()),
        ...(this.#isRecordStored && { continues: this.id }),
        ...(isChunkNew && { chunk }),
        // One that was accepted since they were counted is the next flush's.
        calibrations: this.#calibrations.slice(this.#calibrationsStored, calibrations)
      });
    } catch (error) {
      if (errorCode(error) !== 'session_not_found') throw error;
      // The database was removed under way: what this window still knows is stored once more.
      await this.database.save({
        ...record(),
        ...(chunk.entries !== 0 && { chunk }),
        earlier: this.#earlier,
        calibrations: this.#calibrations.slice(0, calibrations)
      });
    }
  }

  /** A connection that broke is there again at the next attempt; what cannot be mended is said at once. */
  #fail(error: unknown): void {
    this.#waits = Math.min(2 ** this.#failures - 1, LONGEST_WAIT);
    this.#failures += 1;
    if (errorCode(error) === 'storage_full') this.#tell('full');
    else if (this.#failures >= FAILURES_SAID || isForGood(error)) this.#tell('unavailable');
  }

  get #record(): SessionRecord {
    const { id, person, prescription, startedAtMs, isSimulated, notes } = this.begun;
    return {
      id,
      person,
      prescription,
      startedAtMs,
      endedAtMs: this.#endedAtMs,
      isSimulated,
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

/** A newer version has taken the store over, or the browser refuses it. */
function isForGood(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof DOMException && (cause.name === 'VersionError' || cause.name === 'SecurityError');
}
