import type { CalibrationRecord } from '../storage/calibration';
import type { Database } from '../storage/database';
import type { Entry } from '../storage/entry';
import { JournalWriter } from '../storage/journal-writer';
import type { SessionRecord } from '../storage/session';
import { ENGINE_VERSION } from '../signal/engine';
import type { RoundFigures } from '../signal/event';
import { meanInBandPct } from '../signal/round-score';
import type { SessionEvent } from '../session/pipeline';
import type { StorageState } from './protocol';

/** Less room than this is said before the start: a long session at 200 Hz takes about 8 MB. */
const LOW_BYTES = 50e6;

/**
 * Keeps one session: its journal in chunks, and the record that the history lists. What could not be written stays in memory
 * and is tried again with the next flush; training goes on either way.
 */
export class Recorder {
  readonly #journal = new JournalWriter();
  readonly #onStorage: (state: StorageState) => void;
  #unsaved: Uint8Array<ArrayBuffer>[] = [];
  #chunks = 0;
  #record: SessionRecord;
  #recordChanged = true;
  /** A link that never brought a frame is no session. */
  #received = false;
  #flushing: Promise<void> | null = null;
  #isLow = false;
  #state: StorageState = 'kept';
  #rounds: RoundFigures[] = [];
  /** Accepted, and not written yet. */
  #calibrations: CalibrationRecord[] = [];

  constructor(
    private readonly database: Database,
    startedAtMs: number,
    onStorage: (state: StorageState) => void
  ) {
    this.#onStorage = onStorage;
    this.#record = {
      id: crypto.randomUUID(),
      startedAtMs,
      endedAtMs: null,
      sensor: null,
      engineVersion: ENGINE_VERSION,
      setUp: null,
      rounds: 0,
      inBandPct: null
    };
  }

  get id(): string {
    return this.#record.id;
  }
  get state(): StorageState {
    return this.#state;
  }
  /** Whether any of it is stored. */
  get isStored(): boolean {
    return this.#chunks > 0;
  }
  /** Whether it is over, and nothing of it waits to be written. */
  get isSettled(): boolean {
    const waits =
      this.#received &&
      (this.#recordChanged ||
        this.#calibrations.length > 0 ||
        this.#unsaved.length > 0 ||
        !this.#journal.isEmpty);
    return this.#record.endedAtMs !== null && !waits;
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
    if (entry.kind === 'packet' && entry.channel === 'pressure') this.#received = true;
  }

  /** Learns from the events what the history will say. */
  note(event: SessionEvent): void {
    if (event.type === 'sensor') this.#change({ sensor: event.sensor });
    else if (event.type === 'set') this.#change({ setUp: event.setUp });
    else if (event.type === 'round') {
      this.#rounds.push(event.figures);
      this.#change({ rounds: this.#rounds.length, inBandPct: meanInBandPct(this.#rounds) });
    }
  }

  /** Keeps a calibration that was accepted, whole or not at all. */
  calibrated(made: Omit<CalibrationRecord, 'id' | 'session' | 'engineVersion'>): void {
    this.#calibrations.push({
      ...made,
      id: crypto.randomUUID(),
      session: this.id,
      engineVersion: ENGINE_VERSION
    });
  }

  async finish(endedAtMs: number): Promise<StorageState> {
    this.#change({ endedAtMs });
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

  async #write(): Promise<void> {
    if (!this.#received) return;
    if (!this.#journal.isEmpty) this.#unsaved.push(this.#journal.take());
    try {
      if (this.#recordChanged) {
        this.#recordChanged = false;
        await this.database.saveSession(this.#record);
      }
      for (let made = this.#calibrations[0]; made; made = this.#calibrations[0]) {
        await this.database.saveCalibration(made);
        this.#calibrations.shift();
      }
      for (let bytes = this.#unsaved[0]; bytes; bytes = this.#unsaved[0]) {
        await this.database.saveChunk({ session: this.id, index: this.#chunks, bytes });
        this.#unsaved.shift();
        this.#chunks += 1;
      }
      this.#tell(this.#isLow ? 'low' : 'kept');
    } catch (error) {
      this.#recordChanged = true;
      this.#tell(isQuota(error) ? 'full' : 'unavailable');
    }
  }

  #change(change: Partial<SessionRecord>): void {
    this.#record = { ...this.#record, ...change };
    this.#recordChanged = true;
  }

  #tell(state: StorageState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#onStorage(state);
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
