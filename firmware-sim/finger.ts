const RISE_PCT_PER_S = 45;
const FALL_PCT_PER_S = 100;

/**
 * A held key or a finger on the screen as an intent: held it climbs by 45 %/s up to 100 %, let go it falls by 100 %/s to 0.
 * Pass `finger.at` as a muscle's intent, or the finger itself as a sensor's muscle.
 */
export class Finger {
  private held = false;
  private level = 0;
  private lastS = NaN;

  /** Counts from the last time asked for. */
  press(): void {
    this.held = true;
  }

  release(): void {
    this.held = false;
  }

  get pressed(): boolean {
    return this.held;
  }

  /** % at `tS`; times do not decrease, and the first one starts at 0. */
  readonly at = (tS: number): number => {
    const elapsedS = Number.isNaN(this.lastS) ? 0 : Math.max(0, tS - this.lastS);
    this.lastS = tS;
    this.level = this.held
      ? Math.min(100, this.level + RISE_PCT_PER_S * elapsedS)
      : Math.max(0, this.level - FALL_PCT_PER_S * elapsedS);
    return this.level;
  };
}
