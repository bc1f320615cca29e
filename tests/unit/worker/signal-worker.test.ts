import 'fake-indexeddb/auto';
import * as Comlink from 'comlink';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ToWorker, WorkerApi } from '../../../src/lib/worker/protocol';
import { RecordingLock } from '../../../src/lib/worker/recording-lock';
import { Locks } from './locks';

/** The worker's own side of its channel. */
interface Scope {
  onmessage: (message: { data: MessagePort | ToWorker }) => void;
  postMessage: (message: unknown) => void;
}

let worker: Scope;
let api: Comlink.Remote<WorkerApi>;
let port: MessagePort;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  vi.resetModules();
  const post = vi.fn();
  worker = { onmessage: () => undefined, postMessage: post };
  vi.stubGlobal('self', worker);
  vi.stubGlobal('postMessage', post);
  const estimate = () => Promise.resolve({ quota: 1e9, usage: 0 });
  vi.stubGlobal('navigator', { locks: new Locks(), storage: { estimate } });
  await import('../../../src/lib/worker/signal.worker');
  const { port1, port2 } = new MessageChannel();
  worker.onmessage({ data: port2 });
  port = port1;
  api = Comlink.wrap<WorkerApi>(port1);
});
afterEach(() => {
  port.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('ends and stores a session also where what follows from its last entry goes wrong', async () => {
  const { Pipeline } = await import('../../../src/lib/session/pipeline');
  const { id } = await api.begin({ person: 'one', startedAtMs: 0, isSimulated: false });
  expect(id).not.toBe('');
  worker.onmessage({ data: { kind: 'check', atMs: 1, check: { when: 'before', signs: ['pain'] } } });
  vi.spyOn(Pipeline.prototype, 'accept').mockImplementation(() => {
    throw new Error('This broke.');
  });
  expect(() => {
    worker.onmessage({ data: { kind: 'link', atMs: 2, event: { link: 'closed' } } });
  }).toThrow('This broke.');
  expect(await api.finish(3)).toBe(true);
});

it('keeps the recording to its window while what it needs is still being read', async () => {
  let answer: (id: string | null) => void = () => undefined;
  // The worker's own copy.
  const { Database } = await import('../../../src/lib/storage/database');
  const reading = vi
    .spyOn(Database.prototype, 'prescriptionOf')
    .mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const begun = api.begin({ person: 'one', startedAtMs: 0, isSimulated: false });
  await vi.waitFor(() => {
    expect(reading).toHaveBeenCalled();
  });
  // What looks after the lock does so twice a second.
  vi.advanceTimersByTime(2000);
  await Promise.resolve();
  expect(await new RecordingLock().take()).toBe(false);
  answer(null);
  await begun;
  vi.advanceTimersByTime(2000);
  await Promise.resolve();
  expect(await new RecordingLock().take()).toBe(false);
});
