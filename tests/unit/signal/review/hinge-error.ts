/** Sum of squares about the best hinge with this break, from its normal equations. */
export function hingeError(t: Float64Array, v: Float64Array, breakS: number): number {
  const x = t.map((s) => Math.max(0, s - breakS));
  const mean = (of: Float64Array) => of.reduce((sum, each) => sum + each, 0) / of.length;
  const [mx, mv] = [mean(x), mean(v)];
  let [xx, xv, vv] = [0, 0, 0];
  x.forEach((each, i) => {
    const [dx, dv] = [each - mx, (v[i] ?? NaN) - mv];
    xx += dx * dx;
    xv += dx * dv;
    vv += dv * dv;
  });
  return vv - (xx > 0 ? xv ** 2 / xx : 0);
}
