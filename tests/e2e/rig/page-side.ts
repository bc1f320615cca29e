/** Runs in the page, before the app: simulated sensors in place of the browser's Bluetooth. */
import { createBluetooth } from '../../../firmware-sim/bluetooth';
import { ROW_LENGTH } from '../../../src/lib/signal/engine';
import type { FromWorker } from '../../../src/lib/worker/protocol';
import { Puppet, type PuppetOptions } from './puppet';

export interface PageSide {
  readonly puppets: readonly Puppet[];
  /** Samples that came back from the app's worker. */
  readonly answered: number;
  /** The browser's own, where a test has put another clock in its place. */
  readonly setTimeout: typeof setTimeout;
}

declare const BODEM_RIG: { sensors: PuppetOptions[]; speed: number; choose: boolean; webBluetooth: boolean };

const puppets = BODEM_RIG.sensors.map((options) => new Puppet(options));
const bluetooth = createBluetooth({
  sensors: puppets.map(({ sensor }) => sensor),
  speed: BODEM_RIG.speed,
  choose: ([first]) => (BODEM_RIG.choose ? (first ?? null) : null)
});
if (BODEM_RIG.webBluetooth)
  Object.defineProperty(navigator, 'bluetooth', { value: bluetooth, configurable: true });

let answered = 0;
const RealWorker = Worker;
/** Listens in: only answers to entries hold rows. */
globalThis.Worker = class extends RealWorker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    this.addEventListener('message', ({ data }: MessageEvent<FromWorker | undefined>) => {
      answered += (data?.rows?.length ?? 0) / ROW_LENGTH;
    });
  }
};

(globalThis as typeof globalThis & { bodemRig?: PageSide }).bodemRig = {
  puppets,
  setTimeout: setTimeout.bind(globalThis),
  get answered() {
    return answered;
  }
};
