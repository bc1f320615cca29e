import type { Intent } from './muscle';

export interface Pattern {
  readonly riseS: number;
  readonly holdS: number;
  readonly fallS: number;
  readonly restS: number;
  /** % of the maximum while holding. */
  readonly forcePct: number;
  /** Rest before the first rise, s. */
  readonly leadInS?: number;
}

/** Rise, hold, fall and rest in straight lines, again and again. */
export function repeatingPattern({ riseS, holdS, fallS, restS, forcePct, leadInS = 0 }: Pattern): Intent {
  const roundS = riseS + holdS + fallS + restS;
  return (tS) => {
    if (tS < leadInS) return 0;
    const inRoundS = (tS - leadInS) % roundS;
    const rising = riseS > 0 ? inRoundS / riseS : 1;
    const leftS = riseS + holdS + fallS - inRoundS;
    const falling = fallS > 0 ? leftS / fallS : Number(leftS > 0);
    return forcePct * Math.max(0, Math.min(1, rising, falling));
  };
}
