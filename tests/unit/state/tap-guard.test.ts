import { describe, expect, it } from 'vitest';
import { TapGuard, type Press } from '../../../src/lib/state/tap-guard';

const MOUSE: Press = { urgent: null, isTouch: false, count: 1, x: 100, y: 700 };
const KEY: Press = { urgent: null, isTouch: false, count: 0, x: 0, y: 0 };
const TOUCH: Press = { urgent: null, isTouch: true, count: 1, x: 100, y: 700 };

/** A guard, its clock, and a panel that changed at 1,000 ms by a press 50 ms before. */
function changed(by: Press) {
  let nowMs = 950;
  const guard = new TapGuard(() => nowMs);
  guard.lets(by);
  nowMs = 1000;
  guard.change();
  return (atMs: number, press: Press) => {
    nowMs = atMs;
    return guard.lets(press);
  };
}

describe('after a panel has changed', () => {
  it.each([
    ['a mouse', MOUSE],
    ['a finger', TOUCH],
    ['a key', KEY]
  ])('a press with %s does nothing for 0.7 s', (_, press) => {
    const lets = changed(press);
    expect(lets(1000, press)).toBe(false);
    expect(lets(1699, press)).toBe(false);
    expect(lets(1700, press)).toBe(true);
  });

  it.each([MOUSE, TOUCH, KEY])('stop always acts', (press) => {
    const lets = changed(press);
    expect(lets(1001, { ...press, urgent: 'stop', count: 2 })).toBe(true);
  });

  it('the first press of pause acts, by mouse, key and finger', () => {
    expect(changed(MOUSE)(1001, { ...MOUSE, urgent: 'pause' })).toBe(true);
    expect(changed(KEY)(1001, { ...KEY, urgent: 'pause' })).toBe(true);
    expect(changed(TOUCH)(1001, { ...TOUCH, urgent: 'pause', x: 141 })).toBe(true);
  });

  it('the second half of a double tap that began a set does not pause it', () => {
    expect(changed(MOUSE)(1150, { ...MOUSE, urgent: 'pause', count: 2 })).toBe(false);
    expect(changed(TOUCH)(1150, { ...TOUCH, urgent: 'pause', x: 110 })).toBe(false);
    // 950 + 700: no longer one double tap.
    expect(changed(TOUCH)(1650, { ...TOUCH, urgent: 'pause' })).toBe(true);
  });

  it('each change begins to count again, and without one everything acts', () => {
    let nowMs = 0;
    const guard = new TapGuard(() => nowMs);
    expect(guard.lets(MOUSE)).toBe(true);
    guard.change();
    nowMs = 699;
    guard.change();
    nowMs = 1398;
    expect(guard.lets(MOUSE)).toBe(false);
    nowMs = 1399;
    expect(guard.lets(MOUSE)).toBe(true);
  });
});
