import { expect } from 'vitest';
import { analyse, type Analysis, type AnalysisOptions } from '../../../src/lib/signal/analysis';
import { sampled, straight, type Sample, column } from './samples';

/** Rest; up from 5 to 6 s; 100 units to 10 s; down to rest at 10.5 s; rest to 15 s. */
export const TRAPEZOID = straight([5, 0], [6, 100], [10, 100], [10.5, 0]);

export function analysed(samples: readonly Sample[], options: Partial<AnalysisOptions> = {}): Analysis {
  const startS = samples[0]?.t ?? 0;
  return analyse(
    { t: column(samples, 't'), v: column(samples, 'v') },
    { rest: { fromS: startS, toS: startS + 3 }, mvc: null, polarity: 1, target: null, ...options }
  );
}
export const trapezoid = (rateHz: number) => sampled(TRAPEZOID, rateHz, 0, 15);
export const only = ({ contractions }: Analysis) => {
  expect(contractions).toHaveLength(1);
  return contractions[0];
};
