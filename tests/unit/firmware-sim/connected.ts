import { SimulatedSensor, type Notification, type SensorKind } from '../../../firmware-sim/sensor';
import type { SensorOptions } from '../../../firmware-sim/sensor';

const open = (part: string) => `b0de${part}-5f1c-4c5e-9a3b-7d1f0c2e8a64`;
const tindeq = (part: string) => `7e4e${part}-1ea6-40c9-9dcc-13d34ffead57`;

/** Written out here once more, independently of the profiles. */
export const PRESSURE: Record<SensorKind, string> = {
  'open-profile': open('0002'),
  'kgoal-boost': '10c2be2d-d2d5-b7a8-5f42-e2468c9ebbf5',
  progressor: tindeq('1702')
};
export const CONTROL = { 'open-profile': open('0003'), progressor: tindeq('1703') };
export const FEATURES = open('0004');
export const BATTERY = '00002a19-0000-1000-8000-00805f9b34fb';

/** A person who does exactly this. */
export const doing = (pct: (tS: number) => number) => ({ at: pct });
export const still = doing(() => 0);

/** A sensor that is connected, subscribed and streaming from its time 0. */
export function streaming(options: Partial<SensorOptions> & { kind: SensorKind }): SimulatedSensor {
  const sensor = new SimulatedSensor({ muscle: still, ...options });
  sensor.connect();
  restart(sensor);
  return sensor;
}

/** Subscribes and starts a connected sensor. */
export function restart(sensor: SimulatedSensor): void {
  sensor.subscribe(PRESSURE[sensor.kind]);
  if (sensor.kind === 'open-profile') sensor.write(CONTROL['open-profile'], Uint8Array.of(1));
  if (sensor.kind === 'progressor') sensor.write(CONTROL.progressor, Uint8Array.of(0x65));
}

export const view = ({ bytes }: Notification) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

export const bytesOf = (text: string) => Uint8Array.from(text.split(' '), (pair) => parseInt(pair, 16));
