/** Of the browser: what a tab keeps for as long as it is open. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * What stands half filled in in one form, kept for as long as the form is open: a page that is loaded again, as a change of language does, finds it
 * as it was left. It stays in this tab and goes with it. A browser that keeps nothing has no drafts.
 */
export class FormDraft {
  readonly #key: string;

  /** @param name of the form, and of whose it is */
  constructor(
    name: string,
    private readonly storage: () => TabStorage = () => sessionStorage
  ) {
    this.#key = `bodem.draft.${name}`;
  }

  /** Whether the form was open when the page went. */
  get isOpen(): boolean {
    return this.#read() !== null;
  }

  /** Puts back what was kept: only what is known by its name, and of the kind that stands there. */
  restore<Values extends object>(into: Values, fields: readonly (keyof Values & string)[]): void {
    const kept = this.#read();
    for (const field of fields) {
      const value: unknown = kept?.[field];
      if (value !== undefined && isAlike(value, into[field])) Reflect.set(into, field, value);
    }
  }

  keep<Values extends object>(values: Values, fields: readonly (keyof Values & string)[]): void {
    const kept = Object.fromEntries(fields.map((field) => [field, values[field]]));
    this.#attempt((storage) => {
      storage.setItem(this.#key, JSON.stringify(kept));
    });
  }

  /** It was saved or given up. */
  drop(): void {
    this.#attempt((storage) => {
      storage.removeItem(this.#key);
    });
  }

  #read(): Record<string, unknown> | null {
    const text = this.#attempt((storage) => storage.getItem(this.#key)) ?? 'null';
    try {
      const kept: unknown = JSON.parse(text);
      return typeof kept === 'object' ? (kept as Record<string, unknown> | null) : null;
    } catch {
      return null;
    }
  }

  #attempt<Result>(action: (storage: TabStorage) => Result): Result | null {
    try {
      return action(this.storage());
    } catch {
      return null;
    }
  }
}

/** What may be missing may be of any kind. */
function isAlike(value: unknown, now: unknown): boolean {
  if (value === null || now === null) return !Array.isArray(value);
  return typeof value === typeof now && Array.isArray(value) === Array.isArray(now);
}
