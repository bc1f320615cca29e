import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ASK_AGAIN_MS, keepAwake } from '../../../src/lib/state/wake-lock';

/** A lock as the browser gives it. */
class Lock extends EventTarget {
  released = false;
  release(): Promise<void> {
    this.released = true;
    this.dispatchEvent(new Event('release'));
    return Promise.resolve();
  }
}
class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  turn(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

let locks: Lock[];
let page: Page;
let isRefused: boolean;
const held = () => locks.filter(({ released }) => !released).length;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const keep = () => keepAwake(page as unknown as Document);

beforeEach(() => {
  vi.useFakeTimers();
  [locks, page, isRefused] = [[], new Page(), false];
  const request = () => {
    if (isRefused) return Promise.reject(new DOMException('The battery is low.', 'NotAllowedError'));
    const lock = new Lock();
    locks.push(lock);
    return Promise.resolve(lock);
  };
  vi.stubGlobal('navigator', { wakeLock: { request } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('takes the lock again that the system took away while the page is shown', async () => {
  const stop = keep();
  await pass(0);
  expect(held()).toBe(1);
  await locks[0]?.release();
  await pass(ASK_AGAIN_MS - 1);
  expect(held()).toBe(0);
  await pass(1);
  expect(held()).toBe(1);
  await locks[1]?.release();
  await pass(ASK_AGAIN_MS);
  expect(held()).toBe(1);
  stop();
  expect(held()).toBe(0);
  await pass(10 * ASK_AGAIN_MS);
  expect(locks).toHaveLength(3);
});

it('asks for none while the page is hidden, and for one when it is shown', async () => {
  keep();
  await pass(0);
  page.turn('hidden');
  await locks[0]?.release();
  await pass(10 * ASK_AGAIN_MS);
  expect(locks).toHaveLength(1);
  page.turn('visible');
  await pass(0);
  expect(held()).toBe(1);
});

it('asks for no second one while it has one', async () => {
  keep();
  await pass(0);
  page.turn('visible');
  await pass(ASK_AGAIN_MS);
  expect(locks).toHaveLength(1);
});

it('lets the training go on where it is refused', async () => {
  isRefused = true;
  const stop = keep();
  await pass(10 * ASK_AGAIN_MS);
  expect(held()).toBe(0);
  // It was refused, and not given up: it is asked for again when the page is shown.
  isRefused = false;
  page.turn('hidden');
  page.turn('visible');
  await pass(0);
  expect(held()).toBe(1);
  stop();
});
