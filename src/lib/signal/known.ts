/** A figure, or null for what is no number: nothing was measured. No NaN leaves the engine in an event. */
export function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
