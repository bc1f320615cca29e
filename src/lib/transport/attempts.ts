/**
 * One attempt to link at a time. It can be abandoned at any moment: whoever waits for it goes on at once, and whatever it still gets is
 * its own to let go.
 */
export class Attempts {
  #current: AbortController | null = null;
  #settled: Promise<unknown> = Promise.resolve();

  /** @param show called with whether one is under way */
  constructor(private readonly show: (isBusy: boolean) => void) {}

  /** Resolves when nothing is left of any attempt, abandoned ones included. */
  get settled(): Promise<unknown> {
    return this.#settled;
  }

  /**
   * @param action gets a signal that ends with the attempt, and what is to be waited for before it touches what attempts before it used
   * @returns null where another is under way, and as soon as this one is abandoned. Throws what the action throws before that.
   */
  async run<T>(action: (signal: AbortSignal, before: Promise<unknown>) => Promise<T>): Promise<T | null> {
    if (this.#current) return null;
    const attempt = new AbortController();
    const { signal } = attempt;
    this.#current = attempt;
    this.show(true);
    const before = this.#settled;
    const work = action(signal, before);
    this.#settled = Promise.allSettled([before, work]);
    const abandoned = new Promise<null>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve(null);
      });
    });
    try {
      return await Promise.race([work, abandoned]);
    } finally {
      if (this.#current === attempt) this.#end();
    }
  }

  abandon(): void {
    const attempt = this.#current;
    if (!attempt) return;
    this.#end();
    attempt.abort();
  }

  #end(): void {
    this.#current = null;
    this.show(false);
  }
}
