/** Standard deviation about the mean, with n − 1 degrees of freedom, in the unit of the values; NaN of fewer than two. */
export function sdOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
