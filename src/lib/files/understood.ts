import type { Encoding } from './encoding';
import type { DecimalMark } from './number';
import type { Separator } from './rows';
import type { TimeUnit } from './words';

export interface UnderstoodColumn {
  /** From 1. */
  readonly column: number;
  readonly name: string | null;
  /** Null where no numbers are read. */
  readonly decimalMark: DecimalMark | null;
}

/**
 * What the times count: a unit that the header names, that alone makes the rate plausible, or that was chosen; a clock, from the first time
 * on; or samples, of which the header says how many there are a second.
 */
export type TimeScale =
  | { readonly unit: TimeUnit; readonly from: 'header' | 'rate' | 'choice' }
  | { readonly unit: 'clock'; readonly from: 'cells' }
  | { readonly unit: 'sample'; readonly from: 'header'; readonly rateHz: number };

/** What the reader took the file for, and what it did to it: nothing of this may happen in silence. */
export interface Understood {
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** Null: the rows were counted. */
  readonly time: UnderstoodColumn | null;
  readonly value: UnderstoodColumn;
  readonly timeUnit: TimeScale;
  /** Notes, comments and footers, without names, units and blank lines. */
  readonly skippedRows: number;
  /** Rows that have no value: left out. */
  readonly missingValues: number;
  readonly averagedSamples: number;
  readonly spreadSamples: number;
}
