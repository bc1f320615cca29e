import { describe, expect, it } from 'vitest';
import { TickClock } from '../../../src/lib/signal/sample-clock';

const WRAP = 2 ** 32;
const MHZ = 1e6;

describe('a clock of device ticks in µs', () => {
  it('counts from the first sample on, through the wrap of 2³²', () => {
    const clock = new TickClock(MHZ);
    for (let i = 0; i < 1000; i++) {
      const tick = (WRAP - 25_000 + 10_000 * i) % WRAP;
      expect(clock.next(tick, 7)).toBeCloseTo(i / 100, 9);
    }
  });

  it('follows the ticks and not the arrivals, through a loss of 59 s', () => {
    const clock = new TickClock(MHZ);
    clock.next(5_000_000, 100);
    expect(clock.next(5_010_000, 100.4)).toBeCloseTo(0.01, 12);
    expect(clock.next(64_010_000, 159.1)).toBeCloseTo(59.01, 9);
    expect(clock.jumped).toBe(false);
  });

  it('gives no time to what is late or repeated, and later samples the same time as without it', () => {
    const clock = new TickClock(MHZ);
    clock.next(0, 0);
    clock.next(20_000, 0);
    expect(clock.next(20_000, 0)).toBeNaN();
    expect(clock.next(10_000, 0)).toBeNaN();
    expect(clock.next(WRAP - 10_000, 0)).toBeNaN();
    expect(clock.next(30_000, 0)).toBeCloseTo(0.03, 12);
  });

  it('lets the arrivals tell how long a broken link was away, whatever the ticks say then', () => {
    for (const tick of [20_000, 0, 3e9]) {
      const clock = new TickClock(MHZ);
      clock.next(0, 1000);
      clock.next(10_000, 1000.01);
      clock.relink();
      expect(clock.next(tick, 1042.5)).toBeCloseTo(42.5, 9);
      expect(clock.next(tick + 10_000, 1042.6)).toBeCloseTo(42.51, 9);
    }
  });

  it('never goes back at a new link, though somebody set the clock that stamps the arrivals', () => {
    const clock = new TickClock(MHZ);
    clock.next(0, 1000);
    const before = clock.next(3_000_000, 1003.1);
    clock.relink();
    expect(clock.next(0, 1000.2)).toBeGreaterThan(before);
  });

  it('takes a jump of more than a minute for a device that started anew', () => {
    for (const tick of [0, 300_000_000]) {
      const clock = new TickClock(MHZ);
      clock.next(100_000_000, 500);
      expect(clock.next(tick, 502)).toBeCloseTo(2, 9);
      expect(clock.next(tick + 10_000, 502)).toBeCloseTo(2.01, 9);
    }
  });
});
