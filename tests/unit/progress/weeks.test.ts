import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { weeksOf } from '../../../src/lib/progress/weeks';

const at = (text: string) => new Date(text).getTime();

beforeAll(() => {
  vi.stubEnv('TZ', 'Europe/Amsterdam');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

describe('the weeks of somebody who trains', () => {
  it('run from Monday to Sunday, those without a session too, up to this one', () => {
    // 2026-10-19 is a Monday. In the night to the 25th the clocks are turned back: that week has 169 hours.
    expect(at('2026-10-26T00:00') - at('2026-10-19T00:00')).toBe(169 * 3_600_000);
    const sessions = [
      '2026-10-19T00:00',
      '2026-10-25T23:59:59',
      '2026-10-25T08:00',
      '2026-10-25T20:00',
      '2026-11-02T07:00'
    ];
    expect(weeksOf(sessions.map(at), at('2026-11-09T12:00'))).toEqual([
      { monday: '2026-10-19', sessions: 4, days: 2 },
      { monday: '2026-10-26', sessions: 0, days: 0 },
      { monday: '2026-11-02', sessions: 1, days: 1 },
      { monday: '2026-11-09', sessions: 0, days: 0 }
    ]);
  });

  it('are none without a session, and none ahead of now', () => {
    expect(weeksOf([], at('2026-11-09T12:00'))).toEqual([]);
    expect(weeksOf([at('2026-11-20T12:00')], at('2026-11-09T12:00'))).toEqual([]);
  });
});
