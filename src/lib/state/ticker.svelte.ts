/** Text changes at most so often; curves are drawn each frame and do not come here. */
const TEXT_MS = 100;

function same(one: object | null, other: object | null): boolean {
  if (!one || !other) return one === other;
  return Object.entries(one).every(([key, value]) => Object.is(value, Reflect.get(other, key)));
}

/**
 * Plain values that are read anew ten times a second, and when what `read` depends on changes, as reactive state: who shows them is
 * told only where one differs. Stops with the component that made it.
 */
export class Ticker<T extends object | null> {
  #value: T;

  constructor(read: () => T) {
    let latest = read();
    this.#value = $state.raw(latest);
    const renew = () => {
      const next = read();
      if (same(next, latest)) return;
      latest = next;
      this.#value = next;
    };
    $effect(() => {
      renew();
      const timer = setInterval(renew, TEXT_MS);
      return () => {
        clearInterval(timer);
      };
    });
  }

  get value(): T {
    return this.#value;
  }
}
