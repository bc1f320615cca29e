/** The two clocks of a device, in ms. Tests bring their own. */
export interface Clocks {
  /** Since 1970, as the person reads it. It can be set, forwards and backwards. */
  readonly wall: () => number;
  /** From any origin. It never goes back; in Chromium it stands still while the device sleeps. */
  readonly steady: () => number;
}

export const DEVICE_CLOCKS: Clocks = { wall: () => Date.now(), steady: () => performance.now() };

/** The wall clock gained at least so much on the steady one, ms: the device slept, or somebody set its clock forward (*decision*). */
export const SLEEP_MS = 1000;

/**
 * The time of one session. Its date is read from the wall clock once, when it begins; every interval after that is the steady clock's.
 * So neither a sleep nor a clock that is set can stretch, shorten or turn round what lies between two samples.
 */
export class SessionClock {
  /** When it began, ms since 1970. */
  readonly startedAtMs: number;
  readonly #steadyMs: number;
  #leadMs = 0;

  /** @param notBeforeMs the newest entry of a session that goes on: what comes now is later, whatever the wall clock says */
  constructor(
    private readonly clocks: Clocks = DEVICE_CLOCKS,
    notBeforeMs = -Infinity
  ) {
    this.startedAtMs = Math.max(clocks.wall(), notBeforeMs);
    this.#steadyMs = clocks.steady();
    this.#leadMs = clocks.wall() - this.startedAtMs;
  }

  /** For whatever happens in the session: ms since 1970, counted from its beginning. Never goes back. */
  nowMs(): number {
    return this.startedAtMs + this.clocks.steady() - this.#steadyMs;
  }

  /** Whether the device slept since this was asked last. */
  hasSlept(): boolean {
    const leadMs = this.clocks.wall() - this.nowMs();
    const gainedMs = leadMs - this.#leadMs;
    this.#leadMs = leadMs;
    return gainedMs >= SLEEP_MS;
  }
}
