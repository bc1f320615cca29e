import type { SessionEvent } from './pipeline';
import { EMPTY_VIEW, reduce, type SessionView } from './view';

/** What a session had come to at any moment. Going on costs what is new; going back begins anew. */
export class Fold {
  #view = EMPTY_VIEW;
  #next = 0;

  constructor(private readonly events: readonly SessionEvent[]) {}

  at(s: number): SessionView {
    if (s < this.#view.atS) {
      this.#view = EMPTY_VIEW;
      this.#next = 0;
    }
    for (let event = this.events[this.#next]; event && event.atS <= s; event = this.events[this.#next]) {
      this.#view = reduce(this.#view, event);
      this.#next += 1;
    }
    return this.#view;
  }
}
