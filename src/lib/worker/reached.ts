import type { Remote } from 'comlink';
import { AppError } from '../errors';
import { answeredWithin } from '../answered-within';

/** *Decision*. A slow phone starts a worker within two seconds; a host that does not answer must not keep anyone waiting for ever. */
export const START_LIMIT_MS = 20_000;

/** *Decision*. Nothing in a worker takes longer than this; one that does not answer by then, after something broke in it, is gone. */
export const LIFE_LIMIT_MS = 10_000;

/** What a worker says first, so that the page knows that it runs. It is no answer to anything. */
export const HELLO = null;

/** What is asked of a worker's channel here. */
export type Channel = Pick<Worker, 'addEventListener' | 'terminate'>;

/** Whether a worker answers. */
export interface Reach {
  /** It has said something. */
  readonly isReached: boolean;
  /** Rejects with part_missing when nothing will come from it any more; it stays pending otherwise. */
  readonly lost: Promise<never>;
}

/**
 * Watches over a worker from its start: its script may be out of reach, may break, or may never come. The browser reports the first
 * two with one event, and the last one not at all. A worker that is lost is ended. One that runs is not lost by an error that nothing caught,
 * in drawing for instance: it is asked whether it is still there, and goes on where it answers.
 *
 * @param isThere asks the worker; whatever comes says that it is there
 */
export function reachOf(worker: Channel, isThere: () => Promise<unknown>): Reach {
  let isReached = false;
  let isAsked = false;
  const lost = new Promise<never>((_, reject) => {
    const give = () => {
      clearTimeout(limit);
      worker.terminate();
      reject(new AppError('part_missing'));
    };
    const limit = setTimeout(give, START_LIMIT_MS);
    worker.addEventListener('error', () => {
      if (!isReached) give();
      if (!isReached || isAsked) return;
      isAsked = true;
      void answeredWithin(LIFE_LIMIT_MS, isThere())
        .catch(give)
        .finally(() => {
          isAsked = false;
        });
    });
    worker.addEventListener(
      'message',
      () => {
        isReached = true;
        clearTimeout(limit);
      },
      { once: true }
    );
  });
  // Whoever waits for an answer hears of it; nobody has to.
  lost.catch(() => undefined);
  return {
    get isReached() {
      return isReached;
    },
    lost
  };
}

/** The calls of a worker; they reject with part_missing when it is lost, where Comlink's own would wait for ever. */
export function answered<Api extends object>(remote: Remote<Api>, { lost }: Reach): Remote<Api> {
  return new Proxy(remote, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        Promise.race([(Reflect.get(remote, name) as (...args: unknown[]) => Promise<unknown>)(...args), lost])
  });
}
