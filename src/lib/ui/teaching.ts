/** How a contraction feels and how to check it: fetched together, when it is shown. */
export { default as Teach } from './Teach.svelte';
