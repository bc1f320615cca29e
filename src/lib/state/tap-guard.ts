/** *Decision*: so long after a panel has changed a press answers what stood there before, not what stands there now. */
export const SETTLE_MS = 700;
/** Two taps of a finger closer than this are one double tap, CSS px: what a finger covers. */
const SAME_PLACE_PX = 40;

/** What must not wait: to stop always, to pause unless it is the second half of a double tap. */
export type Urgent = 'stop' | 'pause';

/** A press of a control, as its click event has it. */
export interface Press {
  readonly urgent: Urgent | null;
  /** With a finger. A browser counts the clicks of a mouse, and not everywhere the taps of a finger. */
  readonly isTouch: boolean;
  /** How many clicks in a row on this place, by the browser's count; 0 for a key. */
  readonly count: number;
  /** CSS px. */
  readonly x: number;
  readonly y: number;
}

/**
 * Keeps a second tap from pressing what the first one has brought. Within 0.7 s after a panel has changed nothing can be pressed, by pointer or
 * by key, but to stop, and to pause. No timer and no event inside: it is told when a panel changes and what is pressed.
 */
export class TapGuard {
  #changedMs = -Infinity;
  #last: (Press & { readonly atMs: number }) | null = null;

  /** @param now ms on any clock that goes on */
  constructor(private readonly now: () => number) {}

  /** A panel has changed. */
  change(): void {
    this.#changedMs = this.now();
  }

  /** Whether that press counts. Asked once for each. */
  lets(press: Press): boolean {
    const atMs = this.now();
    const isSecond = this.#isSecond(press, atMs);
    this.#last = { ...press, atMs };
    if (press.urgent === 'stop' || atMs - this.#changedMs >= SETTLE_MS) return true;
    return press.urgent === 'pause' && !isSecond;
  }

  #isSecond({ isTouch, count, x, y }: Press, atMs: number): boolean {
    const last = this.#last;
    if (!isTouch || !last) return count > 1;
    const isNear = Math.hypot(x - last.x, y - last.y) <= SAME_PLACE_PX;
    return isNear && atMs - last.atMs < SETTLE_MS;
  }
}
