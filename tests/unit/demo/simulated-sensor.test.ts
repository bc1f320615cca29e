import { expect, it } from 'vitest';
import { SimulatedSensorDemo } from '../../../src/lib/demo/simulated-sensor.svelte';
import type { Training } from '../../../src/lib/state/training.svelte';

/** What the demo looks at of a session. It is linked where the sensor came and nobody gave up meanwhile. */
function linking() {
  const training = {
    busy: false,
    isSimulated: false,
    isGivenUp: false,
    async connect(bluetooth: Promise<unknown>): Promise<boolean> {
      await bluetooth;
      if (training.isGivenUp) return false;
      training.isSimulated = true;
      return true;
    }
  };
  return { training, demo: new SimulatedSensorDemo(training as unknown as Training) };
}

it('is active in a session with it, until that is left', async () => {
  const { demo } = linking();
  expect(demo.active).toBe(false);
  expect(await demo.connect()).toBe(true);
  expect(demo.active).toBe(true);
  demo.leave();
  expect(demo.active).toBe(false);
});

it('is not active in a session with another sensor, where its code came after it was given up', async () => {
  const { demo, training } = linking();
  const given = demo.connect();
  training.isGivenUp = true;
  demo.leave();
  expect(await given).toBe(false);
  expect(demo.active).toBe(false);
});
