import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RecordingLock } from '../../../src/lib/worker/recording-lock';
import { Locks } from './locks';

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: new Locks() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what must not happen while a window records', () => {
  it('is refused, and done once it has ended', async () => {
    const lock = new RecordingLock();
    const work = vi.fn(() => Promise.resolve('done'));
    expect(await lock.take()).toBe(true);
    await expect(RecordingLock.whileFree(work)).rejects.toMatchObject({ code: 'recording_elsewhere' });
    expect(work).not.toHaveBeenCalled();
    lock.release();
    await Promise.resolve();
    await vi.waitFor(async () => {
      expect(await RecordingLock.whileFree(work)).toBe('done');
    });
  });

  it('keeps any window from beginning meanwhile', async () => {
    let finish: (value: string) => void = () => undefined;
    const working = RecordingLock.whileFree(
      () =>
        new Promise<string>((resolve) => {
          finish = resolve;
        })
    );
    expect(await new RecordingLock().take()).toBe(false);
    finish('done');
    expect(await working).toBe('done');
    expect(await new RecordingLock().take()).toBe(true);
  });

  it('is done where the browser has no locks', async () => {
    vi.stubGlobal('navigator', {});
    expect(await RecordingLock.whileFree(() => Promise.resolve('done'))).toBe('done');
  });
});

it('what this window records runs here, and elsewhere for any other, until it is over', async () => {
  const [here, there] = [new RecordingLock(), new RecordingLock()];
  expect(await here.isElsewhere()).toBe(false);
  expect(await here.take()).toBe(true);
  expect(await there.take()).toBe(false);
  expect(await here.isElsewhere()).toBe(false);
  expect(await there.isElsewhere()).toBe(true);
  here.release();
  await Promise.resolve();
  expect(await there.isElsewhere()).toBe(false);
});

it('a browser without locks says of no session that it runs elsewhere', async () => {
  vi.stubGlobal('navigator', {});
  const lock = new RecordingLock();
  expect(await lock.take()).toBe(true);
  expect(await new RecordingLock().isElsewhere()).toBe(false);
});
