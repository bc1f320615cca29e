import { AppError } from '../errors';

const NAME = 'bodem.recording';

/**
 * One window records at a time: two would hear the same sensor, and a session that is under way must not be taken for one that was cut
 * off. The browser lets go of it when the window is closed or breaks.
 */
export class RecordingLock {
  #release: (() => void) | null = null;

  /** @returns false where another window has it */
  async take(): Promise<boolean> {
    if (this.#release || !hasLocks()) return true;
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(NAME, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          if (lock) {
            return new Promise<void>((release) => {
              this.#release = release;
            });
          }
          return undefined;
        })
        .catch(reject);
    });
  }

  release(): void {
    this.#release?.();
    this.#release = null;
  }

  /** Does something that must not happen while any window records, this one too. Throws recording_elsewhere where one does. */
  static async whileFree<T>(work: () => Promise<T>): Promise<T> {
    if (!hasLocks()) return work();
    return navigator.locks.request(NAME, { ifAvailable: true }, (lock) => {
      if (!lock) throw new AppError('recording_elsewhere');
      return work();
    });
  }

  /** Whether another window has it: what runs there is not cut off. */
  async isElsewhere(): Promise<boolean> {
    return this.#release === null && (await this.isTaken());
  }

  /** Whether any window has it. */
  async isTaken(): Promise<boolean> {
    if (!hasLocks()) return this.#release !== null;
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === NAME);
  }
}

/** Not every browser has them, and a page that is not served safely has none. */
function hasLocks(): boolean {
  return 'locks' in navigator;
}
