import * as Comlink from 'comlink';
import type { CurvePainter } from '../chart/painter';
import archiveUrl from './archive.worker?worker&url';
import type { ArchiveApi, FromWorker, StorageState, ToWorker, WorkerApi } from './protocol';
import signalUrl from './signal.worker?worker&url';

export interface WorkerClient {
  /** Sends one entry, with its bytes as they are now. Entries keep their order. */
  send(entry: ToWorker): void;
  /** Has the worker draw the session under way there: nothing that keeps this thread busy holds the curve up. Once for each canvas. */
  paint(canvas: HTMLCanvasElement): CurvePainter;
  readonly api: Pick<Comlink.Remote<WorkerApi>, 'cutOff' | 'begin' | 'finish'>;
  readonly archive: Pick<Comlink.Remote<ArchiveApi>, keyof ArchiveApi>;
}

export interface WorkerListener {
  /** What an entry brought. */
  output(output: FromWorker): void;
  storage(state: StorageState): void;
  /** A worker did not start, or broke. */
  failed(): void;
}
export type StartWorker = (listener: WorkerListener) => WorkerClient;

/** Starts the worker. */
export const startWorker: StartWorker = (listener) => {
  const start = (url: string, name: string) => {
    const worker = new Worker(trusted(url), { type: 'module', name });
    worker.addEventListener('error', () => {
      listener.failed();
    });
    return worker;
  };
  const worker = start(signalUrl, 'bodem-signal');
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    listener.output(data);
  };
  // Control has a port of its own. A frame's few bytes cost least on the worker's own channel, and copied: a transfer takes longer.
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port2, [port2]);
  const api = Comlink.wrap<WorkerApi>(port1);
  const onStorage = (state: StorageState) => {
    listener.storage(state);
  };
  void api.attach(Comlink.proxy(onStorage));
  let archive: Comlink.Remote<ArchiveApi> | null = null;
  return {
    send(entry) {
      worker.postMessage(entry);
    },
    paint(canvas) {
      const offscreen = canvas.transferControlToOffscreen();
      const painter = api.paint(Comlink.transfer(offscreen, [offscreen]));
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
    api,
    get archive() {
      return (archive ??= Comlink.wrap<ArchiveApi>(start(archiveUrl, 'bodem-archive')));
    }
  };
};

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
