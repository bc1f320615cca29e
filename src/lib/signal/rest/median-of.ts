/** The middle value, or the mean of the two in the middle; NaN of none. For long arrays of numbers, which it leaves as they are. */
export function medianOf(values: Float64Array): number {
  return medianOfSorted(values.slice().sort());
}

export function medianOfSorted(sorted: Float64Array): number {
  const { length } = sorted;
  return ((sorted[(length - 1) >> 1] ?? NaN) + (sorted[length >> 1] ?? NaN)) / 2;
}
