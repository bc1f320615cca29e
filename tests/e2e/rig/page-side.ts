/** Runs in the page, before the app: simulated sensors in place of the browser's Bluetooth. */
import { createBluetooth } from '../../../firmware-sim/bluetooth';
import { listenIn } from './listen-in';
import { Puppet, type PuppetOptions } from './puppet';

export interface PageSide {
  readonly puppets: readonly Puppet[];
  /** Samples that the app's worker has taken, as it tells. */
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
listenIn(
  (scheduled) => {
    for (const puppet of puppets) puppet.hear(scheduled);
  },
  (samples) => {
    answered = samples;
  }
);

(globalThis as typeof globalThis & { bodemRig?: PageSide }).bodemRig = {
  puppets,
  setTimeout: setTimeout.bind(globalThis),
  get answered() {
    return answered;
  }
};
