/** What leads through a measurement step by step: fetched together, when it is asked for. */
export { default as FastGuide } from './FastGuide.svelte';
export { default as Guide } from './Guide.svelte';
export { default as GuideIntro } from './GuideIntro.svelte';
