import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dayAt } from '../../../src/lib/plan/calendar';
import { followClock } from '../../../src/lib/state/follow-clock';

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/Brussels');
  vi.useFakeTimers({ now: Date.parse('2026-05-10T23:59:30+02:00') });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

/** A page that nothing but this is looked at of. */
function opened() {
  const page = Object.assign(new EventTarget(), { hidden: false });
  const days: string[] = [];
  const end = followClock(page as unknown as Document, () => days.push(dayAt(Date.now())));
  return { page, days, end };
}

it('sees midnight within a minute', () => {
  const { days, end } = opened();
  vi.advanceTimersByTime(60_000);
  expect(days).toEqual(['2026-05-10', '2026-05-11', '2026-05-11']);
  end();
  vi.advanceTimersByTime(60_000);
  expect(days).toHaveLength(3);
});

it('sees at once what changed while the page was hidden', () => {
  const { page, days, end } = opened();
  page.hidden = true;
  page.dispatchEvent(new Event('visibilitychange'));
  expect(days).toEqual([]);
  // The machine slept: its timers did, its date did not.
  vi.setSystemTime(Date.parse('2026-05-12T08:00+02:00'));
  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
  expect(days).toEqual(['2026-05-12']);
  end();
});

it('follows her to another time zone', () => {
  const { days, end } = opened();
  vi.advanceTimersByTime(20_000);
  vi.stubEnv('TZ', 'Asia/Tokyo');
  vi.advanceTimersByTime(20_000);
  // 23:59:50 in Brussels, and 07:00:10 in Tokyo.
  expect(days).toEqual(['2026-05-10', '2026-05-11']);
  end();
});
