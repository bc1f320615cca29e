import { describe, expect, it } from 'vitest';
import { SessionClock } from '../../../src/lib/state/session-clock';

const HOUR_MS = 3_600_000;
/** 29 November 2026, 22:00 UTC. */
const EVENING_MS = Date.UTC(2026, 10, 29, 22);

/** A page that was opened in the evening; both clocks are moved by hand. */
function page() {
  let wallMs = EVENING_MS;
  let steadyMs = 5000;
  return {
    clocks: { wall: () => wallMs, steady: () => steadyMs },
    pass: (ms: number) => {
      wallMs += ms;
      steadyMs += ms;
    },
    /** In Chromium the steady clock stands still meanwhile. */
    sleep: (ms: number) => {
      wallMs += ms;
    },
    /** Somebody sets the clock, or the network does. */
    setForward: (ms: number) => {
      wallMs += ms;
    }
  };
}

describe('the time of a session', () => {
  it('begins when the wall clock says, also after the device slept for 26 h with the page open', () => {
    const { clocks, pass, sleep } = page();
    pass(HOUR_MS);
    sleep(26 * HOUR_MS);
    // 22:00 + 1 h + 26 h: 1 December, 01:00.
    expect(new SessionClock(clocks).startedAtMs).toBe(Date.UTC(2026, 11, 1, 1));
  });

  it.each([
    ['sleeps for 26 h', 26 * HOUR_MS],
    ['has its clock set back by a year', -365 * 24 * HOUR_MS],
    ['has its clock set forward by 36 h', 36 * HOUR_MS]
  ])('keeps its intervals when the device %s', (_, ms) => {
    const { clocks, pass, setForward } = page();
    const clock = new SessionClock(clocks);
    pass(10_000);
    const beforeMs = clock.nowMs();
    setForward(ms);
    pass(50);
    expect(clock.nowMs() - beforeMs).toBe(50);
    expect(clock.nowMs() - clock.startedAtMs).toBe(10_050);
  });

  it('of one that goes on is never before its newest entry, though the clock was set back meanwhile', () => {
    const { clocks, pass, setForward } = page();
    setForward(-2 * HOUR_MS);
    const clock = new SessionClock(clocks, EVENING_MS);
    expect(clock.nowMs()).toBe(EVENING_MS);
    pass(20);
    expect(clock.nowMs()).toBe(EVENING_MS + 20);
  });
});

describe('a sleep', () => {
  it('is noticed once', () => {
    const { clocks, pass, sleep } = page();
    const clock = new SessionClock(clocks);
    pass(250);
    expect(clock.hasSlept()).toBe(false);
    sleep(26 * HOUR_MS);
    pass(250);
    expect(clock.hasSlept()).toBe(true);
    pass(250);
    expect(clock.hasSlept()).toBe(false);
  });

  it('of a second counts, and less is a clock that is put right', () => {
    const { clocks, sleep } = page();
    const clock = new SessionClock(clocks);
    sleep(999);
    expect(clock.hasSlept()).toBe(false);
    sleep(1000);
    expect(clock.hasSlept()).toBe(true);
  });

  it('is not a clock that is set back', () => {
    const { clocks, pass, setForward } = page();
    const clock = new SessionClock(clocks);
    setForward(-HOUR_MS);
    expect(clock.hasSlept()).toBe(false);
    // And a sleep after it counts from where the clock stands then.
    setForward(5000);
    expect(clock.hasSlept()).toBe(true);
    pass(250);
    expect(clock.hasSlept()).toBe(false);
  });

  it('is not a session that goes on with a clock behind its journal', () => {
    const { clocks, pass } = page();
    const clock = new SessionClock(clocks, EVENING_MS + HOUR_MS);
    pass(250);
    expect(clock.hasSlept()).toBe(false);
  });
});
