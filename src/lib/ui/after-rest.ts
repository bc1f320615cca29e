/** What is shown once rest is known: fetched together, so that nobody waits at the first squeeze or the first set; with it the chart's scale. */
import './axes';

export { default as Adjust } from './Adjust.svelte';
export { default as Calibrate } from './Calibrate.svelte';
export { default as ForceMeter } from './ForceMeter.svelte';
export { default as LiveFigures } from './LiveFigures.svelte';
export { default as LiveSet } from './LiveSet.svelte';
export { default as PauseAsk } from './PauseAsk.svelte';
export { default as Ready } from './Ready.svelte';
export { default as ResumeAsk } from './ResumeAsk.svelte';
export { default as SoundSwitch } from './SoundSwitch.svelte';
