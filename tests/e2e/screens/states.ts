import { GETTING_READY } from './getting-ready';
import { LOOKING_BACK } from './looking-back';
import { PLANNED } from './planned';
import type { State } from './state';
import { TRAINING } from './training';

/** Everything that somebody with a sensor can come to see, in the order of one long walk. */
export const STATES: readonly State[] = [...GETTING_READY, ...TRAINING, ...LOOKING_BACK, ...PLANNED];

/** What somebody sees whose browser has no Web Bluetooth. */
export const WITHOUT_BLUETOOTH: readonly State[] = [
  {
    name: 'home',
    steps: async (walk) => {
      await walk.open('/');
      await walk.sees('no_bluetooth_title');
    }
  }
];
