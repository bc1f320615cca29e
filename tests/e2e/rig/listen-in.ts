import type { FromWorker } from '../../../src/lib/worker/protocol';
import type { Scheduled } from './puppet';

/**
 * Hears what the app's worker says, in the page and before the app. It is handed to the page as text, so it uses nothing from outside itself.
 *
 * @param onTaken gets how many samples the worker has taken
 */
export function listenIn(
  onScheduled: (scheduled: Scheduled) => void,
  onTaken: (samples: number) => void = () => undefined
): void {
  const RealWorker = Worker;
  globalThis.Worker = class extends RealWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }: MessageEvent<FromWorker | undefined>) => {
        if (data?.samples === undefined) return;
        onTaken(data.samples);
        for (const event of data.events)
          if (event.type === 'schedule')
            onScheduled({
              round: event.round,
              inS: event.startS === null ? null : event.startS - data.newest.timeS,
              samples: data.samples
            });
      });
    }
  };
}
