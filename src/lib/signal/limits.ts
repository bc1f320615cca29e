/** Both ends are allowed. */
export interface Limit {
  readonly min: number;
  readonly max: number;
  /** How many settings there are to one of the unit: 10 allows tenths. Whole numbers only where it is missing. */
  readonly parts?: number;
}

/** The pattern is written in tenths of a second, so no finer setting can be written down. */
const TENTHS = 10;

/** Ranges of a set, in the units of the screen: % and seconds. */
export const LIMITS = {
  forcePct: { min: 10, max: 100 },
  riseS: { min: 0.2, max: 20, parts: TENTHS },
  holdS: { min: 0.5, max: 60, parts: TENTHS },
  fallS: { min: 0.2, max: 20, parts: TENTHS },
  restS: { min: 1, max: 60, parts: TENTHS },
  rounds: { min: 1, max: 30 },
  bandPct: { min: 5, max: 25 },
  /** % of the person's fastest rise; 0: the pattern's own. */
  tangentPct: { min: 0, max: 100 }
} as const satisfies Record<string, Limit>;

export type LimitedField = keyof typeof LIMITS;

/** Far less than any setting: 4.1 · 10 is 41 but for the last bit. */
const ROUNDING = 1e-9;

/** Whether the value is one of the settings between both ends, which count too. */
export function within(value: number, { min, max, parts = 1 }: Limit): boolean {
  const counted = value * parts;
  return Math.abs(counted - Math.round(counted)) < ROUNDING && value >= min && value <= max;
}
