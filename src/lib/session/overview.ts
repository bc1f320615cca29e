/** As many stretches as a small picture can show, at most. */
const STRETCHES = 64;

/**
 * The small picture of a session that grows: the highest of each stretch, % of the reference. When there are too many stretches, two and
 * two become one.
 */
export class Overview {
  readonly #highest = new Float64Array(STRETCHES);
  #count = 0;
  #stretchS = 1;
  #fromS = NaN;

  push(timeS: number, pct: number): void {
    if (Number.isNaN(pct)) return;
    if (Number.isNaN(this.#fromS)) this.#fromS = timeS;
    let at = Math.floor((timeS - this.#fromS) / this.#stretchS);
    while (at >= STRETCHES) {
      this.#halve();
      at = Math.floor((timeS - this.#fromS) / this.#stretchS);
    }
    this.#highest[at] = Math.max(this.#highest[at] ?? 0, pct);
    this.#count = Math.max(this.#count, at + 1);
  }

  /** Begins anew. */
  reset(): void {
    this.#highest.fill(0);
    this.#count = 0;
    this.#stretchS = 1;
    this.#fromS = NaN;
  }

  /** The stretches so far, whole % from 0 to 255. */
  get curve(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#highest.subarray(0, this.#count), (pct) => Math.min(255, Math.round(pct)));
  }

  #halve(): void {
    const highest = this.#highest;
    for (let i = 0; i < STRETCHES; i++) {
      const [a = 0, b = 0] = [highest[2 * i], highest[2 * i + 1]];
      highest[i] = Math.max(a, b);
    }
    this.#count = Math.ceil(this.#count / 2);
    this.#stretchS *= 2;
  }
}
