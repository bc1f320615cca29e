import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../../firmware-sim/clock';
import type { Notification } from '../../../firmware-sim/sensor';
import { streaming } from './connected';

describe('real time', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('runs a sensor at a multiple of real time and stops', () => {
    const sensor = streaming({ kind: 'open-profile' });
    const delivered: Notification[] = [];
    const clock = run(sensor, { speed: 8, deliver: (batch) => delivered.push(...batch) });
    vi.advanceTimersByTime(1000);
    expect(delivered).toHaveLength(160);
    clock.stop();
    vi.advanceTimersByTime(1000);
    expect(delivered).toHaveLength(160);
  });

  it('loses nothing to timers that fire once a minute', () => {
    const sensor = streaming({ kind: 'kgoal-boost' });
    const delivered: Notification[] = [];
    const clock = run(sensor, { deliver: (batch) => delivered.push(...batch) });
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    clock.sync();
    expect(delivered).toHaveLength(1200);
    expect(delivered.at(-1)?.atS).toBe(60);
    clock.stop();
  });
});
