/** What took too long. It may still come. */
export const LATE = new Error('It took too long.');

/** What ends the waiting beside the answer. */
export interface Ending {
  /** What is thrown where it takes too long. */
  readonly late?: Error;
  /** The end of what the answer belongs to: nothing waits beyond it. */
  readonly signal?: AbortSignal | undefined;
}

/** Waits for an answer, but for no more than so many ms: then it rejects with `late`. Where the signal ends it, it rejects with its reason. */
export async function answeredWithin<T>(
  ms: number,
  answer: Promise<T>,
  { late = LATE, signal }: Ending = {}
): Promise<T> {
  const done = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => {
      reject(late);
    }, ms);
    done.signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
    const abandon = () => {
      reject(signal?.reason as Error);
    };
    if (signal?.aborted) abandon();
    else signal?.addEventListener('abort', abandon, { signal: done.signal });
  });
  try {
    return await Promise.race([answer, ended]);
  } finally {
    done.abort();
  }
}
