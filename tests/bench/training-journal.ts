import { profile } from '../../src/lib/sensors/open-profile/profile';
import type { Entry } from '../../src/lib/storage/entry';
import { PacedSensor } from './paced-sensor';

const SETUP = {
  forcePct: 40,
  pattern: { riseMs: 4000, holdMs: 2000, fallMs: 4000, restMs: 6000 },
  rounds: 30,
  bandPct: 10
};
const LEAD_IN_S = 3;
/** A set, its lead-in, and a little rest before the next. */
const SET_EVERY_S = LEAD_IN_S + 30 * 16 + 17;

/** When the walk to the first set is over, s. */
export const FIRST_SET_S = 20;

export type Packet = Entry & { readonly kind: 'packet' };

/** The journal of somebody who trains set after set with an open-profile sensor at 100 Hz: what the worker gets, made beforehand. */
export class TrainingJournal {
  readonly #sensor: PacedSensor;

  constructor(samplesPerFrame: number) {
    this.#sensor = new PacedSensor(samplesPerFrame);
  }

  /** From the link to the first set's lead-in. */
  walkToSet(): Entry[] {
    const { pressure, control, features } = profile.channels;
    if (!pressure || !control || !features) throw new Error('The open profile lacks a channel.');
    const sensor = this.#sensor;
    sensor.connect();
    sensor.subscribe(pressure.characteristic);
    sensor.write(control.characteristic, Uint8Array.of(0x01));
    const identity = { driver: profile.id, name: sensor.name };
    const walk: Entry[] = [
      { kind: 'link', atMs: 0, event: { link: 'opened', sensor: identity } },
      { kind: 'packet', atMs: 0, channel: 'features', bytes: sensor.read(features.characteristic) },
      ...this.packets(1),
      this.#told({ do: 'tare', windowS: 3 }),
      ...this.packets(5),
      this.#told({ do: 'calibrate' })
    ];
    sensor.person.squeezesFromS = 6;
    walk.push(...this.packets(16), this.#told({ do: 'accept', polarity: 1 }), this.#startSet());
    return [...walk, ...this.packets(FIRST_SET_S)];
  }

  /** Frames up to this time of the sensor, s. */
  packets(toS: number): Packet[] {
    return this.#sensor
      .advance(toS)
      .filter(({ characteristic }) => characteristic === profile.channels.pressure?.characteristic)
      .map(({ atS, bytes }) => ({ kind: 'packet', atMs: atS * 1000, channel: 'pressure', bytes }));
  }

  /** Set after set, up to this time, s. */
  *sets(toS: number): Generator<Entry> {
    for (let s = this.#sensor.timeS; s < toS; s += SET_EVERY_S) {
      yield this.#startSet();
      yield* this.packets(Math.min(s + SET_EVERY_S, toS));
    }
  }

  /** One that runs goes on. */
  #startSet(): Entry {
    this.#sensor.person.trainsFromS = this.#sensor.timeS + LEAD_IN_S;
    return this.#told({ do: 'start', setUp: SETUP });
  }

  #told(command: (Entry & { kind: 'command' })['command']): Entry {
    return { kind: 'command', atMs: this.#sensor.timeS * 1000, command };
  }
}
