import { OutlierGuard } from '../outlier-guard';

/** A whole recording behind the frame guard of the live engine, which judges the first sample and the last here too (docs/signal.md, 2). */
export function guarded(
  t: Float64Array,
  v: Float64Array,
  resolution: number
): { readonly v: Float64Array; readonly outliers: number } {
  const guard = new OutlierGuard();
  guard.resolution = resolution;
  guard.prime(t, v);
  const passed = new Float64Array(v.length);
  let [at, outliers] = [0, 0];
  const take = (ready: number) => {
    passed.set(guard.v.subarray(0, ready), at);
    at += ready;
    outliers += guard.outliers;
  };
  v.forEach((value, i) => {
    take(guard.push(t[i] ?? NaN, value));
  });
  take(guard.finish());
  return { v: passed, outliers };
}
