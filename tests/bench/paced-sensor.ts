import { Muscle, TRAITS } from '../../firmware-sim/muscle';
import { repeatingPattern } from '../../firmware-sim/pattern';
import { SimulatedSensor, type Notification } from '../../firmware-sim/sensor';

/** Three calibration squeezes of 1.5 s with as much rest between. */
const SQUEEZE_S = 1.5;
const SQUEEZES = 3;
const follow = repeatingPattern({ riseS: 4, holdS: 2, fallS: 4, restS: 6, forcePct: 40 });

/** Does what the app asks, when the bench says so; sits still until then. */
export class Person {
  /** Sensor time at which the calibration squeezes begin, and the first round's rise, s. */
  squeezesFromS = Infinity;
  trainsFromS = Infinity;

  readonly intent = (tS: number): number => {
    if (tS >= this.trainsFromS) return follow(tS - this.trainsFromS);
    const sinceS = tS - this.squeezesFromS;
    if (sinceS < 0 || sinceS >= 2 * SQUEEZES * SQUEEZE_S) return 0;
    return sinceS % (2 * SQUEEZE_S) < SQUEEZE_S ? 100 : 0;
  };
}

/**
 * An open-profile sensor at 100 Hz whose time can be made to run faster while it is connected: so a bench waits for the walk to
 * the training screen as little as it must, and still measures at the speed of life.
 */
export class PacedSensor extends SimulatedSensor {
  readonly person: Person;
  /** Sensor seconds per real second. */
  speed = 1;
  /** Sees what leaves, just before it is handed to the bus. */
  onSend: (notifications: readonly Notification[]) => void = () => undefined;
  #realS = 0;
  #ownS = 0;

  constructor(samplesPerFrame: number) {
    const person = new Person();
    // Trembles like anyone, but does not tire or drift: every run is to be the same set.
    const still = { breathingPct: 0, wanderPct: 0, driftPctPerMin: 0, fatigueTauS: 0 };
    const muscle = new Muscle({ seed: 1, intent: person.intent, ...TRAITS.calm, ...still });
    super({ kind: 'open-profile', muscle, rateHz: 100, samplesPerFrame });
    this.person = person;
  }

  /** @param realS seconds since construction, at speed 1 */
  override advance(realS: number): Notification[] {
    this.#ownS += Math.max(0, realS - this.#realS) * this.speed;
    this.#realS = Math.max(realS, this.#realS);
    const notifications = super.advance(this.#ownS);
    if (notifications.length > 0) this.onSend(notifications);
    return notifications;
  }
}
