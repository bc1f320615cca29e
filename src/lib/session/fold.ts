import type { SessionEvent } from './pipeline';
import { EMPTY_VIEW, reduce, type SessionView } from './view';

/** A view is kept after so many events. */
const KEPT = 64;

/** What a session had come to at any moment. Going on costs what is new; going back, the events since a view that was kept. */
export class Fold {
  #view = EMPTY_VIEW;
  #next = 0;
  /** At index i the view before event i · `KEPT`. */
  readonly #kept: SessionView[] = [];

  /** @param events those so far, in order */
  constructor(private readonly events: () => readonly SessionEvent[]) {}

  at(s: number): SessionView {
    if (s < this.#view.atS) {
      const kept = Math.max(
        0,
        this.#kept.findLastIndex((view) => view.atS <= s)
      );
      this.#view = this.#kept[kept] ?? EMPTY_VIEW;
      this.#next = KEPT * kept;
    }
    const events = this.events();
    for (let event = events[this.#next]; event && event.atS <= s; event = events[this.#next]) {
      if (this.#next % KEPT === 0) this.#kept[this.#next / KEPT] = this.#view;
      this.#view = reduce(this.#view, event);
      this.#next += 1;
    }
    return this.#view;
  }
}
