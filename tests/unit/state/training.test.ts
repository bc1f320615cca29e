import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/lib/errors';
import { Training } from '../../../src/lib/state/training.svelte';
import type { WorkerClient, WorkerListener } from '../../../src/lib/worker/client';

/** A session, and the worker that records it as far as it is asked for here. */
function recorded() {
  const finish = vi.fn<(endedAtMs: number) => Promise<boolean>>();
  let listener!: WorkerListener;
  const client = { send: vi.fn(), api: { finish } } as unknown as WorkerClient;
  const training = new Training(
    (heard) => {
      listener = heard;
      return client;
    },
    () => Promise.resolve('one')
  );
  return { training, finish, worker: listener };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('addEventListener', vi.fn());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('says that recording has stopped where its worker is gone, until the session is ended', async () => {
  const { training, finish, worker } = recorded();
  training.sessionId = 'a';
  worker.lost();
  expect(training.isCut).toBe(true);
  finish.mockResolvedValue(false);
  expect(await training.finish()).toBeNull();
  expect(training.isCut).toBe(false);
  expect(training.error).toBeNull();
});

it('is cut by no error that the worker survives, and by no worker that is lost outside of a session', () => {
  const { training, worker } = recorded();
  training.sessionId = 'a';
  worker.failed('unforeseen');
  expect(training.isCut).toBe(false);
  training.sessionId = null;
  worker.lost();
  expect(training.isCut).toBe(false);
  expect(training.error).toBe('unforeseen');
});

it('ends a session also where its end cannot be stored, and says what went wrong', async () => {
  const { training, finish } = recorded();
  training.sessionId = 'a';
  finish.mockRejectedValue(new AppError('part_missing'));
  expect(await training.finish()).toBeNull();
  expect(training).toMatchObject({ error: 'part_missing', ending: false, running: false, sessionId: null });
});

it('tells the session that was stored', async () => {
  const { training, finish } = recorded();
  training.sessionId = 'a';
  finish.mockResolvedValue(true);
  expect(await training.finish()).toBe('a');
});
