/** Text changes at most so often; curves are drawn each frame and do not come here. */
const TEXT_MS = 100;

/** A value that is read anew ten times a second, as reactive state. Stops with the component that made it. */
export class Ticker<T> {
  #value: T;

  constructor(read: () => T) {
    this.#value = $state.raw(read());
    $effect(() => {
      const timer = setInterval(() => {
        this.#value = read();
      }, TEXT_MS);
      return () => {
        clearInterval(timer);
      };
    });
  }

  get value(): T {
    return this.#value;
  }
}
