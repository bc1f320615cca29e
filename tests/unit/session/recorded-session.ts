import { Muscle, type Intent, type Traits } from '../../../firmware-sim/muscle';
import { SimulatedSensor, type SensorKind } from '../../../firmware-sim/sensor';
import type { SensorOptions } from '../../../firmware-sim/sensor';
import type { Check } from '../../../src/lib/plan/signs';
import type { Channel } from '../../../src/lib/sensors/driver';
import { driverById } from '../../../src/lib/sensors/drivers';
import type { Command } from '../../../src/lib/signal/command';
import type { Entry, LinkEvent } from '../../../src/lib/storage/entry';

/** Arrivals are told in ms since 1970. */
const START_MS = 1_790_000_000_000;

export const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 2000, fallMs: 1000, restMs: 1000 },
  rounds: 2,
  bandPct: 10
};

/** Three firm squeezes at 6, 11 and 16 s, then two rounds of 40 % from 28 s on. */
export const intent: Intent = (s) => {
  if (s < 21) return [6, 11, 16].some((at) => s >= at && s < at + 2) ? 100 : 0;
  const inRoundS = (s - 28) % 5;
  return s < 28 || s >= 38 ? 0 : 40 * Math.max(0, Math.min(1, inRoundS, 4 - inRoundS));
};

/** Trembles and breathes, but does not tire. */
const TRAITS: Partial<Traits> = {
  reactionS: 0.1,
  riseTauS: 0.1,
  fallTauS: 0.1,
  tremorPct: 1,
  breathingPct: 0.3,
  breathingHz: 1.1
};

export function sensorOf(kind: SensorKind, options: Partial<SensorOptions> = {}): SimulatedSensor {
  return new SimulatedSensor({ kind, muscle: new Muscle({ seed: 7, intent, ...TRAITS }), ...options });
}

/** The journal of a session with a simulated sensor, on the sensor's own time. */
export class RecordedSession {
  readonly entries: Entry[] = [];
  readonly #channels = new Map<string, Channel>();

  constructor(readonly sensor: SimulatedSensor) {
    const { channels = {} } = driverById(sensor.kind)?.profile ?? {};
    for (const [channel, address] of Object.entries(channels)) {
      this.#channels.set(address.characteristic, channel as Channel);
    }
  }

  /** Links the sensor and follows its profile's steps. */
  link(event: LinkEvent): this {
    this.#add({ kind: 'link', event });
    this.sensor.connect();
    for (const step of driverById(this.sensor.kind)?.profile.open ?? []) {
      const [uuid] = [...this.#channels].find(([, channel]) => channel === step.channel) ?? [];
      if (uuid === undefined) continue;
      if (step.do === 'read') this.#packet(uuid, this.sensor.read(uuid));
      else if (step.do === 'subscribe') this.sensor.subscribe(uuid);
      else this.sensor.write(uuid, Uint8Array.from(step.bytes));
    }
    return this;
  }

  open(): this {
    return this.link({ link: 'opened', sensor: { driver: this.sensor.kind, name: this.sensor.name } });
  }

  /** Everything that the sensor sends up to then. */
  run(toS: number): this {
    for (const { characteristic, bytes, atS } of this.sensor.advance(toS)) {
      this.#packet(characteristic, bytes, atS);
    }
    return this;
  }

  lose(): this {
    this.sensor.disconnect();
    return this.#add({ kind: 'link', event: { link: 'lost' } });
  }

  command(command: Command): this {
    return this.#add({ kind: 'command', command });
  }

  check(check: Check): this {
    return this.#add({ kind: 'check', check });
  }

  /** Tare, calibration and a whole set: 40 s. */
  train(): this {
    this.run(0.5).command({ do: 'tare', windowS: 3 });
    this.run(5).command({ do: 'calibrate' });
    this.run(24).command({ do: 'accept', polarity: 1 });
    this.run(25).command({ do: 'start', setUp: SET_UP });
    return this.run(40);
  }

  #packet(characteristic: string, bytes: Uint8Array, atS?: number): void {
    const channel = this.#channels.get(characteristic);
    if (channel) this.#add({ kind: 'packet', channel, bytes: bytes.slice() }, atS);
  }

  #add(
    entry: Entry extends infer E ? (E extends Entry ? Omit<E, 'atMs'> : never) : never,
    atS = this.sensor.timeS
  ): this {
    this.entries.push({ ...entry, atMs: START_MS + atS * 1000 });
    return this;
  }
}
