import { UNKNOWN } from './basis';
import type { FigureUncertainty } from './figure';
import { sdOf } from './sd';

/**
 * SD of the largest of n normal values in SDs of one of them (order statistics: Teichroew 1956, Ann Math Stat 27:410), and Student's t for
 * 95 % with n − 1 degrees of freedom (GUM, G.3: few repeats need more than k = 2). From 2 attempts on.
 */
const LARGEST_OF = [
  { sd: 0.8256, t: 12.706 },
  { sd: 0.748, t: 4.303 },
  { sd: 0.7012, t: 3.182 },
  { sd: 0.669, t: 2.776 },
  { sd: 0.6449, t: 2.571 }
] as const;

const row = (count: number) => LARGEST_OF[Math.min(count, 6) - 2];

/** A maximum carries the spread of its attempts, never 2σ of the rest. */
export const REPEATS = {
  mvc: {
    name: 'maximum (MVC)',
    unit: 'sensor numbers',
    how: 'repeats',
    method:
      'The SD of its n attempts times that of the largest of n normal values (0.75 of three), and Student’s t with n − 1 degrees of freedom (4.3 of three).',
    standard: ({ attempts = [] }) => (row(attempts.length)?.sd ?? UNKNOWN) * sdOf(attempts),
    coverage: ({ attempts = [] }) => row(attempts.length)?.t ?? UNKNOWN,
    detectable: ({ value, noisePct }) => (20 * noisePct * value) / 100
  }
} as const satisfies Record<string, FigureUncertainty>;
