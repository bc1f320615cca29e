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

  /** @param timeS later than all before */
  push(timeS: number, pct: number): void {
    if (Number.isNaN(pct)) return;
    if (Number.isNaN(this.#fromS)) this.#fromS = timeS;
    const s = timeS - this.#fromS;
    if (s >= this.#count * this.#stretchS) this.#reach(s);
    const newest = this.#count - 1;
    if (pct > (this.#highest[newest] ?? NaN)) this.#highest[newest] = pct;
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

  #reach(s: number): void {
    while (s >= STRETCHES * this.#stretchS) this.#halve();
    this.#count = Math.floor(s / this.#stretchS) + 1;
  }

  #halve(): void {
    const highest = this.#highest;
    for (let i = 0; i < STRETCHES; i++) {
      highest[i] = Math.max(highest[2 * i] ?? 0, highest[2 * i + 1] ?? 0);
    }
    this.#count = Math.ceil(this.#count / 2);
    this.#stretchS *= 2;
  }
}
