import * as Comlink from 'comlink';
import type { CurvePainter } from '../chart/painter';
import archiveUrl from './archive.worker?worker&url';
import type { ArchiveApi, FromWorker, StorageState, ToWorker, WorkerApi } from './protocol';
import { answered, reachOf, type HELLO } from './reached';
import signalUrl from './signal.worker?worker&url';

export interface WorkerClient {
  /** Sends one entry, with its bytes as they are now. Entries keep their order. */
  send(entry: ToWorker): void;
  /** Has the worker draw the session under way there: nothing that keeps this thread busy holds the curve up. Once for each canvas. */
  paint(canvas: HTMLCanvasElement): CurvePainter;
  readonly api: Pick<
    Comlink.Remote<WorkerApi>,
    'readDevice' | 'changeDevice' | 'cutOff' | 'isElsewhere' | 'begin' | 'finish'
  >;
  readonly archive: Pick<Comlink.Remote<ArchiveApi>, keyof ArchiveApi>;
}

export interface WorkerListener {
  /** What an entry brought. */
  output(output: FromWorker): void;
  storage(state: StorageState): void;
  /** The signal worker could not be reached, or something went wrong in it that nothing caught. */
  failed(code: 'part_missing' | 'unforeseen'): void;
  /** The signal worker ran and is gone, with the session under way. */
  lost(): void;
}
export type StartWorker = (listener: WorkerListener) => WorkerClient;

/** Starts the signal worker now, and the archive's at the first need. One that is lost is started again at the next need. */
export const startWorker: StartWorker = (listener) => {
  let signal: ReturnType<typeof startSignal> | null = startSignal(listener, lose);
  let archive: Comlink.Remote<ArchiveApi> | null = null;
  const running = () => (signal ??= startSignal(listener, lose));
  function lose(wasReached: boolean): void {
    signal = null;
    if (wasReached) listener.lost();
    else listener.failed('part_missing');
  }
  return {
    send(entry) {
      running().worker.postMessage(entry);
    },
    paint(canvas) {
      const offscreen = canvas.transferControlToOffscreen();
      const painter = running().api.paint(Comlink.transfer(offscreen, [offscreen]));
      return {
        show(look) {
          void painter.then((remote) => remote.show(look));
        },
        stop() {
          void painter.then(async (remote) => {
            await remote.stop();
            remote[Comlink.releaseProxy]();
          });
        }
      };
    },
    get api() {
      return running().api;
    },
    get archive() {
      return (archive ??= startArchive(() => {
        archive = null;
      }));
    }
  };
};

function start(url: string, name: string): Worker {
  return new Worker(trusted(url), { type: 'module', name });
}

function startSignal(
  listener: WorkerListener,
  onlost: (wasReached: boolean) => void
): { worker: Worker; api: Comlink.Remote<WorkerApi> } {
  const worker = start(signalUrl, 'bodem-signal');
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker | typeof HELLO>) => {
    if (data) listener.output(data);
  });
  // Control has a port of its own. A frame's few bytes cost least on the worker's own channel, and copied: a transfer takes longer.
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port2, [port2]);
  const remote = Comlink.wrap<WorkerApi>(port1);
  const reach = reachOf(worker, () => remote.isThere());
  worker.addEventListener('error', () => {
    if (reach.isReached) listener.failed('unforeseen');
  });
  const api = answered(remote, reach);
  const onStorage = (state: StorageState) => {
    listener.storage(state);
  };
  api.attach(Comlink.proxy(onStorage)).catch(() => undefined);
  reach.lost.catch(() => {
    onlost(reach.isReached);
  });
  return { worker, api };
}

function startArchive(onlost: () => void): Comlink.Remote<ArchiveApi> {
  const worker = start(archiveUrl, 'bodem-archive');
  const remote = Comlink.wrap<ArchiveApi>(worker);
  const reach = reachOf(worker, () => remote.isThere());
  reach.lost.catch(onlost);
  return answered(remote, reach);
}

/** Under Trusted Types a script's address must come from a policy; this one passes the workers' and nothing else. */
const policy = (
  globalThis as typeof globalThis & { trustedTypes?: TrustedTypesFactory }
).trustedTypes?.createPolicy('bodem-worker', {
  createScriptURL: (url) => [signalUrl, archiveUrl].find((known) => known === url) ?? ''
});

function trusted(url: string): string {
  return policy?.createScriptURL(url) ?? url;
}

/** What the DOM's own types do not have yet: `createScriptURL` returns an object that `Worker` takes as its address. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (input: string) => string }
  ): { createScriptURL(input: string): string };
}
