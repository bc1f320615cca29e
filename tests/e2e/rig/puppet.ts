import { repeatingPattern } from '../../../firmware-sim/pattern';
import { RecordedMuscle } from '../../../firmware-sim/recording';
import { SimulatedSensor, type SensorOptions } from '../../../firmware-sim/sensor';

/** What a test asks a sensor to be. */
export type PuppetOptions = Omit<SensorOptions, 'muscle'> & {
  /** A recording to play instead of a held level. */
  readonly recording?: { readonly csv: string; readonly repeat: boolean; readonly restS: number };
};

/** What was actually sent, and by when. */
export interface Sent {
  readonly frames: number;
  readonly samples: number;
  readonly timeS: number;
}

type FrameFaultName = 'lost' | 'late' | 'repeated' | 'truncated';

/**
 * A simulated sensor whose strings a test pulls; it lives where the bytes come from, in Node or in the page, and only plain
 * values go in and out. Its muscle does at once and exactly what it is told.
 */
export class Puppet {
  readonly sensor: SimulatedSensor;
  #intent: (tS: number) => number = () => 0;

  constructor({ recording, ...options }: PuppetOptions) {
    const muscle = recording
      ? new RecordedMuscle(recording.csv, recording)
      : { at: (tS: number) => this.#intent(tS) };
    this.sensor = new SimulatedSensor({ ...options, muscle });
  }

  /** Holds this force, % of the maximum, from now on. */
  hold(pct: number): void {
    this.#intent = () => pct;
  }

  /** Squeezes and lets go, so often: `onS` at 100 %, `offS` at 0. */
  squeeze(times: number, onS: number, offS: number): void {
    const startS = this.sensor.timeS;
    this.#intent = (tS) => {
      const n = (tS - startS) / (onS + offS);
      return n < times && (n % 1) * (onS + offS) < onS ? 100 : 0;
    };
  }

  /** Follows 40;20;40;60 by itself, for ever. */
  follow(forcePct: number): void {
    const leadInS = this.sensor.timeS;
    this.#intent = repeatingPattern({ riseS: 4, holdS: 2, fallS: 4, restS: 6, forcePct, leadInS });
  }

  disconnect(): void {
    this.sensor.disconnect();
  }

  setLink(fault: 'refuse' | 'hang' | 'withoutService', on: boolean): void {
    this.sensor.faults[fault] = on;
  }

  /** The next `count` frames suffer this. */
  spoil(fault: FrameFaultName, count: number): void {
    this.sensor.faults[fault].next = count;
  }

  sent(): Sent {
    const { frames, samples } = this.sensor.sent;
    return { frames, samples, timeS: this.sensor.timeS };
  }
}
