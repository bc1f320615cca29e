/** A list to look at: an array, or one that grows. */
export type Listed<T> = Iterable<T> & Pick<readonly T[], 'length' | 'at'>;

/**
 * A list that never changes, and whose successors with one more share its memory: n of them in a row cost n steps and not n². Only the second
 * successor of the same list, where time has gone back, copies it.
 */
export class Growing<T> implements Listed<T> {
  readonly #items: T[];

  private constructor(
    items: T[],
    readonly length: number
  ) {
    this.#items = items;
  }

  static empty<T>(): Growing<T> {
    return new Growing<T>([], 0);
  }

  with(item: T): Growing<T> {
    // The empty list is everybody's, and shares nothing.
    const isNewest = this.length > 0 && this.#items.length === this.length;
    const items = isNewest ? this.#items : this.#items.slice(0, this.length);
    items.push(item);
    return new Growing(items, this.length + 1);
  }

  at(index: number): T | undefined {
    const at = index < 0 ? this.length + index : index;
    return at < this.length ? this.#items[at] : undefined;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let i = 0; i < this.length; i++) yield this.#items[i] as T;
  }
}
