/** Samples before the scale is known. */
const FEWEST = 8;
/** The newest stretch and the one before it count: each of a second, and of enough samples for its largest to mean something. */
const STRETCH_S = 1;
const STRETCH_SAMPLES = 32;
/** *Decisions*, all of them of how far is too far: this many times the largest that noise has stood out, */
const NOISE = 4;
/** this many times the newest step, so that the top of a fast contraction stays at low rates, */
const STEP = 3;
/** this share of the span of the signal lately, for a tremble that comes with force alone, */
const SPAN = 0.1;
/** and this many quantisation steps. */
const QUANTA = 4;

/**
 * How far a sample of this signal may lie from its neighbours, learned from the samples alone (docs/signal.md, 2). Noise is taken as the
 * largest distance by which a sample stood out of the two beside it; a rise or a fall, however steep, adds nothing to that.
 */
export class LocalScale {
  /** Of one quantisation step; 0 for fractions. */
  resolution = 0;
  #count = 0;
  #before = NaN;
  #last = NaN;
  #sinceS = NaN;
  #since = 0;
  // Of the stretch that fills, and of the one before.
  #noise = 0;
  #noiseBefore = 0;
  #low = Infinity;
  #high = -Infinity;
  #lowBefore = Infinity;
  #highBefore = -Infinity;
  /** The ends of everything so far. */
  lowest = Infinity;
  highest = -Infinity;

  get isKnown(): boolean {
    return this.#count >= FEWEST;
  }

  /** The limit for the sample after the newest. */
  get limit(): number {
    const noise = NOISE * Math.max(this.#noise, this.#noiseBefore);
    const span = Math.max(this.#high, this.#highBefore) - Math.min(this.#low, this.#lowBefore);
    const step = STEP * Math.abs(this.#last - this.#before);
    return Math.max(noise, SPAN * span, step, QUANTA * this.resolution);
  }

  /** Whether a value lies beyond all that was seen so far by more than the whole span of it. */
  isFarFromAll(v: number): boolean {
    const span = this.highest - this.lowest;
    return this.isKnown && (v > this.highest + span || v < this.lowest - span);
  }

  push(t: number, v: number): void {
    if (!(t - this.#sinceS < STRETCH_S || this.#count - this.#since < STRETCH_SAMPLES)) this.#turn(t);
    const last = this.#last;
    const standsOut = Math.max(Math.min(this.#before, v) - last, last - Math.max(this.#before, v));
    if (standsOut > this.#noise) this.#noise = standsOut;
    if (v < this.#low) this.#low = v;
    if (v > this.#high) this.#high = v;
    if (v < this.lowest) this.lowest = v;
    if (v > this.highest) this.highest = v;
    this.#before = this.#last;
    this.#last = v;
    this.#count += 1;
  }

  /** What came before a recording that begins with these: their median, with twice their median distance from it as the noise. */
  prime(first: Float64Array): void {
    if (first.length < FEWEST) return;
    const middle = medianOf(first);
    this.#noise = 2 * medianOf(first.map((v) => Math.abs(v - middle)));
    this.#before = this.#last = middle;
    this.#low = this.#high = this.lowest = this.highest = middle;
    this.#count = FEWEST;
  }

  #turn(t: number): void {
    if (!Number.isNaN(this.#sinceS)) {
      this.#noiseBefore = this.#noise;
      [this.#lowBefore, this.#highBefore] = [this.#low, this.#high];
      [this.#low, this.#high, this.#noise] = [Infinity, -Infinity, 0];
    }
    this.#sinceS = t;
    this.#since = this.#count;
  }
}

const medianOf = (values: Float64Array) => values.toSorted()[values.length >> 1] ?? NaN;
