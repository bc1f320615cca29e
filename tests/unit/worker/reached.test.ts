import type { Remote } from 'comlink';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  answered,
  HELLO,
  LIFE_LIMIT_MS,
  reachOf,
  START_LIMIT_MS,
  type Reach
} from '../../../src/lib/worker/reached';

/** A worker of which only its channel is there. */
class Silent extends EventTarget {
  isEnded = false;
  terminate(): void {
    this.isEnded = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

interface Api {
  add(a: number, b: number): Promise<number>;
  wait(): Promise<never>;
}
const remote = {
  add: (a: number, b: number) => Promise.resolve(a + b),
  wait: () => new Promise<never>(() => undefined)
} as unknown as Remote<Api>;

let worker: Silent;
let reach: Reach;
const isThere = vi.fn<() => Promise<unknown>>();

beforeEach(() => {
  vi.useFakeTimers();
  worker = new Silent();
  isThere.mockReset().mockResolvedValue(true);
  reach = reachOf(worker, isThere);
});
afterEach(() => {
  vi.useRealTimers();
});

it('answers as the worker does while it is there', async () => {
  worker.say(HELLO);
  expect(reach.isReached).toBe(true);
  expect(await answered(remote, reach).add(1, 2)).toBe(3);
});

it('refuses what is asked, before and after, when the script cannot be fetched', async () => {
  const api = answered(remote, reach);
  const asked = api.wait();
  worker.dispatchEvent(new Event('error'));
  await expect(asked).rejects.toThrow('part_missing');
  await expect(api.wait()).rejects.toThrow('part_missing');
  expect(worker.isEnded).toBe(true);
  expect(reach.isReached).toBe(false);
});

it('refuses what is asked of a worker that never comes', async () => {
  const asked = answered(remote, reach).wait();
  const refused = expect(asked).rejects.toThrow('part_missing');
  await vi.advanceTimersByTimeAsync(START_LIMIT_MS);
  await refused;
});

it('waits as long as it takes for a worker that is there', async () => {
  const settled = vi.fn();
  const waits: Promise<unknown> = answered(remote, reach).wait();
  waits.then(settled, settled);
  worker.say(HELLO);
  await vi.advanceTimersByTimeAsync(100 * START_LIMIT_MS);
  expect(settled).not.toHaveBeenCalled();
  expect(worker.isEnded).toBe(false);
});

it('keeps a worker in which something went wrong later, and that answers still', async () => {
  worker.say(HELLO);
  for (let i = 0; i < 3; i++) {
    worker.dispatchEvent(new Event('error'));
    await vi.advanceTimersByTimeAsync(2 * LIFE_LIMIT_MS);
  }
  expect(isThere).toHaveBeenCalledTimes(3);
  expect(worker.isEnded).toBe(false);
  expect(await answered(remote, reach).add(1, 2)).toBe(3);
});

it('asks one question at a time, however often something goes wrong', async () => {
  worker.say(HELLO);
  for (let i = 0; i < 60; i++) worker.dispatchEvent(new Event('error'));
  await vi.advanceTimersByTimeAsync(0);
  expect(isThere).toHaveBeenCalledTimes(1);
});

it('refuses what is asked of a worker that broke later and does not answer, and remembers that it was there', async () => {
  worker.say(HELLO);
  isThere.mockReturnValue(new Promise(() => undefined));
  const refused = expect(answered(remote, reach).wait()).rejects.toThrow('part_missing');
  worker.dispatchEvent(new Event('error'));
  await vi.advanceTimersByTimeAsync(LIFE_LIMIT_MS - 1);
  expect(worker.isEnded).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await refused;
  expect(worker.isEnded).toBe(true);
  expect(reach.isReached).toBe(true);
});
