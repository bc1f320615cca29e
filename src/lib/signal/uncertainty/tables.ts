/**
 * What resampling does to a figure, by rate: its mean error (bias) and how far it scatters (SD), over recordings that were sampled ten times as
 * fast or more. Every number that was measured and not derived is in this file; `npm run validate` sets its own measurements beside it.
 */
export interface RateTable {
  /** At 20, 50, 100 and 200 Hz. */
  readonly bias: readonly [number, number, number, number];
  readonly sd: readonly [number, number, number, number];
}

export const TABLE_RATES_HZ = [20, 50, 100, 200] as const;
const NONE = [0, 0, 0, 0] as const;

/** Measured on 14 recordings of voluntary isometric contractions of other muscles (docs/signal.md, 18). */
export const TABLES = {
  /** s. */
  onset: { bias: NONE, sd: [5.2e-3, 3.3e-3, 3.0e-3, 3.0e-3] },
  /** s. */
  corner: { bias: NONE, sd: [24e-3, 19e-3, 17e-3, 12e-3] },
  /** Shares of the value. The SD is that of the bias over the shapes of docs/validation.md: nobody knows which shape a rise has. */
  riseRate: { bias: [-0.18, -0.055, -0.031, -0.014], sd: [0.092, 0.02, 0.011, 0.008] },
  /** Shares of the value, measured on the shapes of docs/validation.md. */
  plateau: { bias: NONE, sd: [0.0017, 0.0003, 0.0002, 0.0001] },
  /** Shares of the value. */
  riseTime: { bias: NONE, sd: [0.016, 0.009, 0.007, 0.007] },
  /** Shares of the value. */
  variation: { bias: NONE, sd: [0.012, 0.008, 0.006, 0.004] }
} as const satisfies Record<string, RateTable>;

export type TableName = keyof typeof TABLES;

/**
 * A column at a rate: on straight lines over the logarithm of the rate; below 20 Hz in proportion to the step, and above 200 Hz as at 200 Hz
 * (*decisions*).
 */
export function tableAt(name: TableName, column: keyof RateTable, rateHz: number): number {
  const values = TABLES[name][column];
  const [slowest, fastest] = [TABLE_RATES_HZ[0], TABLE_RATES_HZ[3]];
  if (rateHz <= slowest) return (values[0] * slowest) / rateHz;
  if (rateHz >= fastest) return values[3];
  const next = TABLE_RATES_HZ.findIndex((each) => each > rateHz);
  const [from = NaN, to = NaN] = TABLE_RATES_HZ.slice(next - 1, next + 1);
  const [before = NaN, after = NaN] = values.slice(next - 1, next + 1);
  return before + ((after - before) * Math.log(rateHz / from)) / Math.log(to / from);
}
