import { UNKNOWN, type NoisyBasis } from './basis';
import type { FigureUncertainty } from './figure';
import { edgeShare, END_SD, samplesIn } from './noise';
import { tableAt } from './tables';

/** What noise alone would read as variation, % of the mean. */
const ofNoise = ({ noisePct, heightPct = UNKNOWN }: NoisyBasis) => (100 * noisePct) / heightPct;

/** n − 1 about a mean, n − 2 about a line. */
const freedom = (basis: NoisyBasis, fitted: number) =>
  Math.max(1, samplesIn(basis, basis.durationS ?? UNKNOWN) - fitted);

const variation = (name: string, fitted: number): FigureUncertainty => ({
  name,
  unit: '%',
  how: 'table',
  method:
    'r·√(4c² − 2r²)/(2c·√ν) of noise that alone would read r in a variation c with ν degrees of freedom, which is c/√(2ν) where noise is all of it; 7.5·(c² − r²)/c·δ/T for ends that lie off by δ; and the table of resampling.',
  standard: (basis) => {
    const r = ofNoise(basis);
    const c = Math.max(basis.value, r);
    const noise =
      (r * Math.sqrt(4 * (c ** 2 - r ** 2) + 2 * r ** 2)) / (2 * c * Math.sqrt(freedom(basis, fitted)));
    // dSD² = ((4 SD)² − SD²)·δ/T, with the SD that is not noise.
    const ofEdges = (((END_SD ** 2 - 1) / 2) * (c ** 2 - r ** 2) * edgeShare(basis)) / c;
    return Math.hypot(noise, ofEdges, c * tableAt('variation', 'sd', basis.rateHz));
  },
  bias: (basis) => {
    const added = basis.value - Math.sqrt(Math.max(0, basis.value ** 2 - ofNoise(basis) ** 2));
    return [added, added];
  },
  detectable: (basis) => ofNoise(basis) * (1 + 3 / Math.sqrt(2 * freedom(basis, fitted)))
});

/** How steady a hold was: of that hold, as it was held. How far a person's holds differ is not in it. */
export const VARIATIONS = {
  cv: variation('variation of the hold', 1),
  cvDetrended: variation('variation of the hold about its line', 2)
} as const satisfies Record<string, FigureUncertainty>;
