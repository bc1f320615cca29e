type Work = (lock: object | null) => unknown;

/** The browser's locks, as far as they are used: one holder, and who does not wait is refused. */
export class Locks {
  #held = false;

  query(): Promise<object> {
    return Promise.resolve({ held: this.#held ? [{ name: 'bodem.recording' }] : [] });
  }

  async request(_name: string, _options: object, work: Work): Promise<unknown> {
    if (this.#held) return work(null);
    this.#held = true;
    try {
      return await work({});
    } finally {
      this.#held = false;
    }
  }
}
