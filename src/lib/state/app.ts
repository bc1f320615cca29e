import { createContext } from 'svelte';
import type { SimulatedSensorDemo } from '../demo/simulated-sensor.svelte';
import type { PlannedCourse } from './course.svelte';
import type { People } from './people.svelte';
import type { SetUpDraft } from './set-up.svelte';
import type { Training } from './training.svelte';

/** Made once by the root layout. */
export interface App {
  readonly training: Training;
  readonly people: People;
  readonly draft: SetUpDraft;
  /** Fetched at the first need: a first visit has no plan. */
  readonly course: () => Promise<PlannedCourse>;
  readonly demo: SimulatedSensorDemo;
}

export const [getApp, setApp] = createContext<App>();
