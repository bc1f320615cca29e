import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answeredWithin, LATE } from '../../src/lib/answered-within';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const never = () => new Promise<never>(() => undefined);

it('gives the answer, also a refusal, and leaves no timer behind', async () => {
  expect(await answeredWithin(50, Promise.resolve('yes'))).toBe('yes');
  await expect(answeredWithin(50, Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});

it.each([
  ['says so', undefined, LATE],
  ['says what it was asked to say', new Error('silent'), new Error('silent')]
])('waits no longer than it was asked to, and %s', async (_, late, told) => {
  const settled = vi.fn();
  const waiting: Promise<unknown> = answeredWithin(50, never(), late && { late });
  waiting.catch(settled);
  await vi.advanceTimersByTimeAsync(49);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toHaveBeenCalledWith(told);
});

it('does not wait beyond the end of what the answer belongs to, whether that comes before or meanwhile', async () => {
  const ended = new AbortController();
  const waiting = answeredWithin(50, never(), { signal: ended.signal });
  ended.abort(new Error('left'));
  await expect(waiting).rejects.toThrow('left');
  await expect(answeredWithin(50, never(), { signal: ended.signal })).rejects.toThrow('left');
  expect(vi.getTimerCount()).toBe(0);
});
