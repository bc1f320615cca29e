const RISE_PCT_PER_S = 45;
const FALL_PCT_PER_S = 100;
const MOST_PCT = 100;

/**
 * Held keys or fingers on the screen as an intent: held it climbs by 45 %/s and levels off at the height that is asked for; with a second
 * one it climbs on to 100 %; let go it falls by 100 %/s to 0. Pass `finger.at` as a muscle's intent, or the finger itself as a sensor's
 * muscle.
 */
export class Finger {
  private readonly holding = new Set<string>();
  private level = 0;
  private lastS = NaN;

  /** @param asked the height at which one key or finger levels off, % */
  constructor(private readonly asked: () => number = () => MOST_PCT) {}

  /** Counts from the last time asked for. @param by which key or finger; the same one twice is still one */
  press(by = 'finger'): void {
    this.holding.add(by);
  }

  /** @param by which key or finger; without it, all of them */
  release(by?: string): void {
    if (by === undefined) this.holding.clear();
    else this.holding.delete(by);
  }

  get pressed(): boolean {
    return this.holding.size > 0;
  }

  /** % at `tS`; times do not decrease, and the first one starts at 0. */
  readonly at = (tS: number): number => {
    const elapsedS = Number.isNaN(this.lastS) ? 0 : Math.max(0, tS - this.lastS);
    this.lastS = tS;
    const goal = this.goal;
    this.level =
      this.level < goal
        ? Math.min(goal, this.level + RISE_PCT_PER_S * elapsedS)
        : Math.max(goal, this.level - FALL_PCT_PER_S * elapsedS);
    return this.level;
  };

  private get goal(): number {
    if (this.holding.size === 0) return 0;
    return this.holding.size === 1 ? Math.min(this.asked(), MOST_PCT) : MOST_PCT;
  }
}
