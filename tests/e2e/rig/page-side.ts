/** Runs in the page, before the app: simulated sensors in place of the browser's Bluetooth. */
import { createBluetooth } from '../../../firmware-sim/bluetooth';
import { Puppet, type PuppetOptions } from './puppet';

export interface PageSide {
  readonly puppets: readonly Puppet[];
}

declare const BODEM_RIG: { sensors: PuppetOptions[]; speed: number; choose: boolean };

const puppets = BODEM_RIG.sensors.map((options) => new Puppet(options));
const bluetooth = createBluetooth({
  sensors: puppets.map(({ sensor }) => sensor),
  speed: BODEM_RIG.speed,
  choose: ([first]) => (BODEM_RIG.choose ? (first ?? null) : null)
});
Object.defineProperty(navigator, 'bluetooth', { value: bluetooth, configurable: true });
(globalThis as typeof globalThis & { bodemRig?: PageSide }).bodemRig = { puppets };
