/** Both ends are allowed. */
export interface Limit {
  readonly min: number;
  readonly max: number;
}

/** Ranges of a set, in the units of the screen: %, and tenths of a second as the pattern is written. */
export const LIMITS = {
  forcePct: { min: 10, max: 100 },
  rise: { min: 2, max: 200 },
  hold: { min: 5, max: 600 },
  fall: { min: 2, max: 200 },
  rest: { min: 10, max: 600 },
  rounds: { min: 1, max: 30 },
  bandPct: { min: 5, max: 25 },
  /** % of the person's fastest rise; 0: the pattern's own. */
  tangentPct: { min: 0, max: 100 }
} as const satisfies Record<string, Limit>;

export type LimitedField = keyof typeof LIMITS;

/** Whole numbers only: the settings are counted, not measured. */
export function within(value: number, limit: Limit): boolean {
  return Number.isInteger(value) && value >= limit.min && value <= limit.max;
}
