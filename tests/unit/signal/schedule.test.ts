import { describe, expect, it } from 'vitest';
import { SetSchedule } from '../../../src/lib/signal/schedule';

const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 4000, holdMs: 2000, fallMs: 4000, restMs: 6000 },
  rounds: 2,
  bandPct: 25
};
/** Told at 97 s: round 1 begins at 100 s, round 2 at 116 s, the end is at 132 s. */
const schedule = new SetSchedule(SET_UP).with(97, 1, 100);
/** Paused at 106 s; at 120 s told to begin round 1 again at 123 s, so the end is at 155 s. */
const paused = schedule.with(106, 1, null).with(120, 1, 123);

describe('a set over session time', () => {
  it.each([
    [97, 0, false],
    [99.999, 0, false],
    [100, 0, true],
    [102, 20, true],
    [105, 40, true],
    [108, 20, true],
    [113, 0, true],
    [118, 20, true],
    [131.9, 0, true],
    [132, 0, false]
  ])('asks at %d s for %d %%: %s', (s, pct, asked) => {
    expect(schedule.valueAt(s)).toBeCloseTo(pct, 9);
    expect(schedule.asksAt(s)).toBe(asked);
  });

  it.each([
    [98, 'ready', 1, 2],
    [100, 'rise', 1, 4],
    [104, 'hold', 1, 2],
    [106, 'fall', 1, 4],
    [110, 'rest', 1, 6],
    [116, 'rise', 2, 4],
    [131, 'rest', 2, 1],
    [132, 'done', 2, 0]
  ])('is at %d s at %s of round %d, for %d s more', (s, cue, round, leftS) => {
    expect(schedule.momentAt(s)).toEqual({ cue, round, leftS: expect.closeTo(leftS, 9) as number });
  });

  it('has a band of half the force at most', () => {
    expect(schedule.bandPct).toBe(20);
  });

  it('draws lead-in and corners as they are, between any two times', () => {
    expect(schedule.outlines(97, 132)).toEqual([
      [97, 0, 100, 0, 104, 40, 106, 40, 110, 0, 116, 0, 120, 40, 122, 40, 126, 0, 132, 0]
    ]);
    expect(schedule.outlines(102, 105)).toEqual([[102, 20, 104, 40, 105, 40]]);
    expect(schedule.outlines(140, 150)).toEqual([]);
  });

  it('asks nothing in a pause, and begins the round again behind its lead-in', () => {
    expect(paused.momentAt(110)).toEqual({ cue: 'paused', round: 1, leftS: 0 });
    expect(paused.asksAt(110)).toBe(false);
    expect(paused.valueAt(105)).toBe(40);
    expect(paused.valueAt(107)).toBe(0);
    expect(paused.momentAt(121)).toEqual({ cue: 'ready', round: 1, leftS: 2 });
    expect(paused.valueAt(127.5)).toBe(40);
    expect(paused.momentAt(155).cue).toBe('done');
  });

  it('leaves a hole in its outline for a pause', () => {
    expect(paused.outlines(104, 124)).toEqual([
      [104, 40, 106, 40],
      [120, 0, 123, 0, 124, 10]
    ]);
  });

  describe('that waits for relaxation at the end of its first round', () => {
    /** From 116 s on; at 121 s told to begin round 2 at 124 s, so the end is at 140 s. */
    const waiting = schedule.wait(116, 2);
    const over = waiting.with(121, 2, 124);

    it('asks nothing meanwhile', () => {
      expect(waiting.momentAt(118)).toEqual({ cue: 'waiting', round: 2, leftS: 0 });
      expect(waiting.asksAt(118)).toBe(false);
      expect(waiting.valueAt(118)).toBe(0);
      expect(waiting.momentAt(1000).cue).toBe('waiting');
    });

    it('is the same when it is looked at afterwards', () => {
      expect([115, 116, 120.9].map((s) => over.momentAt(s).cue)).toEqual(['rest', 'waiting', 'waiting']);
      expect(over.momentAt(122)).toEqual({ cue: 'ready', round: 2, leftS: 2 });
      expect(over.momentAt(126)).toEqual({ cue: 'rise', round: 2, leftS: 2 });
      expect(over.valueAt(118)).toBe(0);
      expect(over.asksAt(123)).toBe(false);
      expect(over.valueAt(126)).toBe(20);
      expect(over.momentAt(140).cue).toBe('done');
    });

    it('lies flat at 0 meanwhile: as long as is looked at, or to the lead-in', () => {
      expect(waiting.outlines(114, 120)).toEqual([
        [114, 0, 116, 0],
        [116, 0, 120, 0]
      ]);
      expect(over.outlines(114, 126)).toEqual([
        [114, 0, 116, 0],
        [116, 0, 121, 0],
        [121, 0, 124, 0, 126, 20]
      ]);
      expect(over.outlines(117, 118)).toEqual([[117, 0, 118, 0]]);
    });

    it('leaves a hole for a pause in it', () => {
      const paused = waiting.with(118, 2, null);
      expect(paused.outlines(116, 122)).toEqual([[116, 0, 118, 0]]);
      expect(paused.momentAt(119).cue).toBe('paused');
      expect(paused.momentAt(117).cue).toBe('waiting');
    });
  });

  it('counts a restarted second round as the last', () => {
    const again = schedule.with(120, 2, 123);
    expect(again.momentAt(124)).toEqual({ cue: 'rise', round: 2, leftS: 3 });
    expect(again.momentAt(139).cue).toBe('done');
  });

  it('asks nothing before it was told anything', () => {
    const untold = new SetSchedule(SET_UP);
    expect(untold.asksAt(5)).toBe(false);
    expect(untold.valueAt(5)).toBe(0);
    expect(untold.outlines(0, 10)).toEqual([]);
  });
});
