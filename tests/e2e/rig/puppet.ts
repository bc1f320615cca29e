import { repeatingPattern } from '../../../firmware-sim/pattern';
import { RecordedMuscle } from '../../../firmware-sim/recording';
import { SimulatedSensor, type Notification, type SensorOptions } from '../../../firmware-sim/sensor';

/** What a test asks a sensor to be. */
export type PuppetOptions = Omit<SensorOptions, 'muscle'> & {
  /** A recording to play on demand, again and again; until then its rest is played, which has the person's own noise. */
  readonly recording?: { readonly csv: string; readonly restCsv: string };
};

/** What was actually sent, and by when. */
export interface Sent {
  readonly frames: number;
  readonly samples: number;
  readonly timeS: number;
}

/** When the app will ask for a round. */
export interface Scheduled {
  readonly round: number;
  /** s after the newest sample that the app has taken; null while the set waits. */
  readonly inS: number | null;
  /** So many it has taken. */
  readonly samples: number;
}

type FrameFaultName = 'lost' | 'late' | 'repeated' | 'truncated';

/** Its time can stand still for a while; then it catches up, and everything it has to send comes at once. */
class HeldSensor extends SimulatedSensor {
  isHeld = false;
  /** Samples sent before the newest connection. */
  sentBefore = 0;

  override connect(): 'connected' | 'hanging' {
    this.sentBefore = this.sent.samples;
    return super.connect();
  }

  override advance(toS: number): Notification[] {
    return this.isHeld ? [] : super.advance(toS);
  }
}

/**
 * A simulated sensor whose strings a test pulls; it lives where the bytes come from, in Node or in the page, and only plain
 * values go in and out. Its muscle does at once and exactly what it is told.
 */
export class Puppet {
  readonly sensor: HeldSensor;
  #intent: (tS: number) => number = () => 0;
  /** The round that is asked for next or now, and when it begins in the sensor's own time. */
  #asked = { round: 1, startS: -Infinity };

  readonly #recording: PuppetOptions['recording'];

  constructor({ recording, ...options }: PuppetOptions) {
    this.#recording = recording;
    this.sensor = new HeldSensor({ ...options, muscle: { at: (tS) => this.#intent(tS) } });
    if (recording) this.#intent = this.#recorded(recording.restCsv);
  }

  /** Plays the recording from its beginning, from now on. */
  play(): void {
    if (this.#recording) this.#intent = this.#recorded(this.#recording.csv);
  }

  /** Holds this force, % of the maximum, from now on. */
  hold(pct: number): void {
    this.#intent = () => pct;
  }

  /** Lets go for so long, and then holds this force, % of the maximum. */
  letGo(forS: number, pct: number): void {
    const startS = this.sensor.timeS;
    this.#intent = (tS) => (tS - startS < forS ? 0 : pct);
  }

  /** Sinks or rises from 0 on, % of the maximum per second. */
  drift(pctPerS: number): void {
    const startS = this.sensor.timeS;
    this.#intent = (tS) => pctPerS * (tS - startS);
  }

  /** Moves on the seat, by so much up and down, twice a second. */
  fidget(pct: number): void {
    const startS = this.sensor.timeS;
    this.#intent = (tS) => pct * Math.sin(4 * Math.PI * (tS - startS));
  }

  /** Rises once to 80 % at that speed, % of the maximum per second, and lets go after a second in all. */
  rise(pctPerS: number): void {
    const startS = this.sensor.timeS;
    this.#intent = (tS) => (tS - startS < 1 ? Math.min(80, pctPerS * (tS - startS)) : 0);
  }

  /** Squeezes and lets go, so often: `onS` at that height, `offS` at 0. */
  squeeze(times: number, onS: number, offS: number, pct = 100): void {
    const startS = this.sensor.timeS;
    this.#intent = (tS) => {
      const n = (tS - startS) / (onS + offS);
      return n < times && (n % 1) * (onS + offS) < onS ? pct : 0;
    };
  }

  /**
   * Answers the rounds of a set that begins in 3 s, which is its lead-in: each with its force, % of the maximum, held from its beginning for so
   * long, and let go until the next. Where the app's own schedule is heard, the rounds are answered when they are asked for, so that a slow
   * machine does not answer the wrong one.
   */
  answer(forcesPct: readonly number[], roundS: number, heldS: number): void {
    const nowS = this.sensor.timeS;
    if (!(this.#asked.startS > nowS)) this.#asked = { round: 1, startS: nowS + 3 };
    this.#intent = (tS) => {
      const { round, startS } = this.#asked;
      const sinceS = tS - startS;
      if (!(sinceS >= 0)) return 0;
      return sinceS % roundS < heldS ? (forcesPct[round - 1 + Math.floor(sinceS / roundS)] ?? 0) : 0;
    };
  }

  /**
   * The app has scheduled a round, at so many s after the newest sample it had taken. Null: the set waits. How far the app is behind is
   * known on a page's first connection only; on a restored one its count holds what came before as well, and it is taken to be up to date.
   * The two clocks agree to a sample, and nobody answers before she is asked.
   */
  hear({ round, inS, samples }: Scheduled): void {
    const { timeS, sent, sentBefore, rateHz } = this.sensor;
    const behind = Math.max(0, sent.samples - sentBefore - samples);
    const takenUntilS = timeS - behind / rateHz;
    this.#asked = { round, startS: inS === null ? Infinity : takenUntilS + inS + 1 / rateHz };
  }

  /** Follows 40;20;40;60 by itself, for ever, with a hand that sways by up to so much. */
  follow(forcePct: number, swayPct = 0): void {
    const startS = this.sensor.timeS;
    const target = repeatingPattern({ riseS: 4, holdS: 2, fallS: 4, restS: 6, forcePct });
    const sway = (s: number) => 0.6 * Math.sin(2.1 * s) + 0.4 * Math.sin(5.3 * s);
    this.#intent = (tS) => target(tS - startS) + swayPct * sway(tS - startS);
  }

  /** Sends nothing from now on, and afterwards what it did not send. */
  silence(on: boolean): void {
    this.sensor.isHeld = on;
  }

  /** So much is left, %. */
  battery(pct: number): void {
    this.sensor.batteryPct = pct;
  }

  disconnect(): void {
    this.sensor.disconnect();
  }

  setLink(fault: 'refuse' | 'hang' | 'hangRead' | 'hangSubscribe' | 'withoutService', on: boolean): void {
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

  /** Part of the recording or all of it, from now on and repeated, on the scale of the whole. */
  #recorded(csv: string): (tS: number) => number {
    const { lowest, highest } = new RecordedMuscle(this.#recording?.csv ?? csv);
    const muscle = new RecordedMuscle(csv, { startS: this.sensor.timeS, repeat: true, lowest, highest });
    return (tS) => muscle.at(tS);
  }
}
