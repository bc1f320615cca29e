import type { SimulatedBluetooth } from '$firmware-sim/bluetooth';
import type { Finger } from '$firmware-sim/finger';
import type { Recording } from '../worker/protocol';
import type { Training } from '../state/training.svelte';
import { SIMULATED_NAME } from '../plan/simulated';

/** What 100 % of this muscle adds, in the sensor's counts: of that size a reference is told in, too. */
const SPAN_COUNTS = 1200;

/**
 * The sensor that lives in this page, squeezed by keys or fingers: one levels off at the target of the set that runs, so that doing what is
 * asked succeeds, and a second one goes beyond. Its code is loaded at the first need.
 */
export class SimulatedSensorDemo {
  /** What it calls itself. */
  readonly name = SIMULATED_NAME;
  #finger = $state.raw<Finger | null>(null);

  constructor(private readonly training: Training) {}

  /** Whether the session under way is with this sensor. One that was given up before its code came may have left a finger behind. */
  get active(): boolean {
    return this.#finger !== null && this.training.isSimulated;
  }

  /** Begins a session with it, or goes on with one. */
  connect(goesOn?: Recording): Promise<boolean> {
    const { training } = this;
    return training.busy
      ? Promise.resolve(false)
      : training.connect(this.#makeBluetooth(), { isSimulated: true, ...(goesOn && { goesOn }) });
  }

  /** The next session is with another sensor. */
  leave(): void {
    this.#finger = null;
  }

  /** @param by which key or finger */
  press(by: string): void {
    this.#finger?.press(by);
  }

  /** @param by which key or finger; without it, all of them */
  release(by?: string): void {
    this.#finger?.release(by);
  }

  async #makeBluetooth(): Promise<SimulatedBluetooth> {
    const [{ createBluetooth }, { Finger }, { Muscle, TRAITS }, { SimulatedSensor }] = await Promise.all([
      import('$firmware-sim/bluetooth'),
      import('$firmware-sim/finger'),
      import('$firmware-sim/muscle'),
      import('$firmware-sim/sensor')
    ]);
    const finger = new Finger(() => askedPct(this.training.view));
    // A different person each time.
    const muscle = new Muscle({ seed: Date.now() % 2 ** 31, intent: finger.at, ...TRAITS.calm });
    const sensor = new SimulatedSensor({
      kind: 'open-profile',
      name: this.name,
      muscle,
      spanCounts: SPAN_COUNTS,
      connectionIntervalMs: 15
    });
    this.#finger = finger;
    return createBluetooth({ sensors: [sensor] });
  }
}

/** The height of the target of the set that runs, in % of this muscle; all it has where there is none. */
function askedPct({ setRunning, schedule, reference }: Training['view']): number {
  if (!setRunning || !schedule || !reference) return 100;
  return (schedule.setUp.forcePct * reference.span) / SPAN_COUNTS;
}
