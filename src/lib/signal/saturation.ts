/** From so many samples at an end of the sensor's range on a peak and an error are bounds, and a variation says nothing (docs/signal.md, 15). */
const FEWEST = 3;

/**
 * Counts samples at the rail above rest. *Decision*: those at the other end do not count; a seat on which rest reads the lowest number that
 * there is hides only how far below rest the signal was.
 */
export class RailCount {
  #count = 0;

  get isSaturated(): boolean {
    return this.#count >= FEWEST;
  }

  add(): void {
    this.#count += 1;
  }

  reset(): void {
    this.#count = 0;
  }
}
