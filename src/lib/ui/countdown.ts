import type { Moment, SetSchedule } from '$lib/signal/schedule';

/** What the words beside the curve say of a moment. */
export type Countdown = Pick<Moment, 'cue' | 'round'> & {
  /** Whole seconds, or null where nothing counts down. */
  readonly left: number | null;
};

/** What a countdown shows; null where nothing counts down. A rounding error must not show a second more. */
export function wholeSeconds(leftS: number): number | null {
  return leftS > 0 ? Math.ceil(leftS - 1e-6) : null;
}

export function countdownAt(schedule: SetSchedule, s: number): Countdown {
  const { cue, round, leftS } = schedule.momentAt(s);
  return { cue, round, left: wholeSeconds(leftS) };
}
