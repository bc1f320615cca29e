import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ContractionWatch,
  type ContractionListener,
  type WatchedLevels
} from '../../../src/lib/signal/contraction-watch';
import { levelsOf, watchedLevels } from '../../../src/lib/signal/levels';
import { column, sampled, signalSample, straight } from './samples';

/** Those of a set, and some that end a contraction high or never flat. */
const LEVELS: readonly WatchedLevels[] = [
  watchedLevels(levelsOf(0.2)),
  { start: 10, onset: 2, flat: 0.5, end: (peak) => Math.max(9, 0.8 * peak) },
  { start: 10, onset: 2, flat: 0, end: (peak) => Math.max(peak / 3, 6) }
];

/** A watch of small memory, and all that it tells. */
function watched(levels = 0): { readonly watch: ContractionWatch; readonly told: unknown[] } {
  const told: unknown[] = [];
  const listener: ContractionListener = {
    contraction: (figures) => told.push(figures),
    relaxation: (relaxation) => told.push(relaxation)
  };
  const of = LEVELS[levels] ?? LEVELS[0];
  if (!of) throw new Error('There are no levels.');
  return { watch: new ContractionWatch(of, true, listener, null, 600), told };
}

/** Two stretches on one level that are flat for a second together, were it not for what lies between them. */
const BESIDE_ITSELF = [
  { pct: 60, rampS: 0.3, heldS: 0.5 },
  { pct: 25, rampS: 0.02, heldS: 0.5 },
  { pct: 40, rampS: 0.02, heldS: 0.1 },
  { pct: 25, rampS: 0.02, heldS: 0.5 },
  { pct: 0, rampS: 0.3, heldS: 0.5 }
];

/** A dip too short for an end, back from it at once. */
const DIP = [
  { pct: 40, rampS: 0.3, heldS: 0.5 },
  { pct: 0, rampS: 0.005, heldS: 0.1 },
  { pct: 40, rampS: 0.005, heldS: 0.5 },
  { pct: 0, rampS: 0.005, heldS: 0.5 }
];

it('skipping what changes nothing tells the same as taking each sample', () => {
  let contractions = 0;
  const level = fc.oneof(
    fc.constantFrom(0, 1, 3, 8, 9, 12, 40),
    fc.double({ min: -20, max: 90, noNaN: true })
  );
  const part = fc.record({
    pct: level,
    rampS: fc.constantFrom(0.005, 0.02, 0.3, 1),
    heldS: fc.constantFrom(0, 0.1, 0.5, 1.2, 3)
  });
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 3, maxLength: 20, size: 'max' }),
      fc.constantFrom(0, 0.3, 3),
      fc.nat({ max: LEVELS.length - 1 }),
      (parts, noise, levels) => {
        let s = 1;
        const corners = parts.flatMap(({ pct, rampS, heldS }) => {
          const from = s + rampS;
          s = from + heldS;
          return [[from, pct] as const, [s + 1e-3, pct] as const];
        });
        const samples = sampled(straight([0, 0], [1, 0], ...corners), 100, 0, s + 3).map(({ t, v }, i) => ({
          t,
          v: v + noise * Math.sin(i * i)
        }));
        const [t, v] = [column(samples, 't'), column(samples, 'v')];
        const [one, skipping] = [watched(levels), watched(levels)];
        const push = ({ watch }: typeof one, i: number) => {
          watch.push(signalSample({ t: t[i] ?? NaN, v: v[i] ?? NaN, stepS: 0.01 }));
        };
        for (let i = 0; i < t.length; i++) push(one, i);
        push(skipping, 0);
        for (let i = 1; i < t.length; i++) {
          i = skipping.watch.skip(t, v, i, Math.min(t.length, i + 200));
          if (i < t.length) push(skipping, i);
        }
        expect(skipping.watch.underWay()).toEqual(one.watch.underWay());
        one.watch.finish();
        skipping.watch.finish();
        expect(skipping.told).toEqual(one.told);
        contractions += one.told.length;
      }
    ),
    {
      numRuns: 500,
      examples: [
        [BESIDE_ITSELF, 0, 0],
        [DIP, 0, 0]
      ]
    }
  );
  expect(contractions).toBeGreaterThan(500);
});
