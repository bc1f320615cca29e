import { createContext } from 'svelte';
import type { SimulatedSensorDemo } from '../demo/simulated-sensor.svelte';
import type { People } from './people.svelte';
import type { SetUpDraft } from './set-up.svelte';
import type { Training } from './training.svelte';

/** Made once by the root layout. */
export interface App {
  readonly training: Training;
  readonly people: People;
  readonly draft: SetUpDraft;
  readonly demo: SimulatedSensorDemo;
}

export const [getApp, setApp] = createContext<App>();
