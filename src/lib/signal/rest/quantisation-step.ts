/** The smallest difference between two values that occur; 0 where all are equal. */
export function quantisationStep(v: Float64Array): number {
  const sorted = v.slice().sort();
  let smallest = Infinity;
  for (let i = 1; i < sorted.length; i++) {
    const step = (sorted[i] ?? NaN) - (sorted[i - 1] ?? NaN);
    if (step > 0 && step < smallest) smallest = step;
  }
  return smallest === Infinity ? 0 : smallest;
}
