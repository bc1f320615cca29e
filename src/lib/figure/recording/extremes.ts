/** Of any number of values: handed over one by one to Math.max, those of a long recording would be too many. */
export const largest = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, value), -Infinity);
export const smallest = (values: Float64Array) =>
  values.reduce((least, value) => Math.min(least, value), Infinity);
