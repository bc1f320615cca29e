import type { SimulatedBluetooth } from '$firmware-sim/bluetooth';
import type { Finger } from '$firmware-sim/finger';
import type { Recording } from '../worker/protocol';
import type { Training } from '../state/training.svelte';

/** The sensor that lives in this page, squeezed by a key or a finger. Its code is loaded at the first need. */
export class SimulatedSensorDemo {
  /** What it calls itself. */
  readonly name = 'Bodem simulated';
  #finger = $state.raw<Finger | null>(null);

  /** Whether the session under way is with this sensor. */
  get active(): boolean {
    return this.#finger !== null;
  }

  /** Begins a session with it, or goes on with one. */
  connect(training: Training, goesOn?: Recording): Promise<boolean> {
    return training.busy ? Promise.resolve(false) : training.connect(this.#makeBluetooth(), goesOn);
  }

  /** The next session is with another sensor. */
  leave(): void {
    this.#finger = null;
  }

  press(): void {
    this.#finger?.press();
  }

  release(): void {
    this.#finger?.release();
  }

  async #makeBluetooth(): Promise<SimulatedBluetooth> {
    const [{ createBluetooth }, { Finger }, { Muscle, TRAITS }, { SimulatedSensor }] = await Promise.all([
      import('$firmware-sim/bluetooth'),
      import('$firmware-sim/finger'),
      import('$firmware-sim/muscle'),
      import('$firmware-sim/sensor')
    ]);
    const finger = new Finger();
    // A different person each time.
    const muscle = new Muscle({ seed: Date.now() % 2 ** 31, intent: finger.at, ...TRAITS.calm });
    const sensor = new SimulatedSensor({
      kind: 'open-profile',
      name: this.name,
      muscle,
      connectionIntervalMs: 15
    });
    this.#finger = finger;
    return createBluetooth({ sensors: [sensor] });
  }
}
