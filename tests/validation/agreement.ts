import { TABLE_RATES_HZ, TABLES, type TableName } from '../../src/lib/signal/uncertainty/tables';
import { FIGURES, type Figure } from './figures';
import type { Errors } from './measure';

/** Which figure of the page a table of the code belongs to. */
export const TABLE_FIGURES: Readonly<Record<TableName, Figure>> = {
  onset: 'onset',
  corner: 'releaseCorner',
  riseRate: 'riseRate',
  plateau: 'plateau',
  riseTime: 'riseTime',
  variation: 'cv'
};

/** A table of the code in the unit of the page: s as ms, shares as %; all shapes of the page reach about 100 %. */
export function tableRows(name: TableName): readonly { rateHz: number; bias: number; sd: number }[] {
  const factor = FIGURES[TABLE_FIGURES[name]] === 'ms' ? 1000 : 100;
  return TABLE_RATES_HZ.map((rateHz, i) => ({
    rateHz,
    bias: factor * (TABLES[name].bias[i] ?? NaN),
    sd: factor * (TABLES[name].sd[i] ?? NaN)
  }));
}

/**
 * Whether a table holds what was measured: the mean error of every shape, with the scatter of its draws, lies between 2 SD below the bias of the
 * table (or below 0) and 2 SD above it.
 */
export function verdictOn(table: { readonly bias: number; readonly sd: number }, errors: Errors): string {
  const beyond = Math.max(
    Math.min(0, table.bias) - 2 * table.sd - (errors.lowest - errors.sd),
    errors.highest + errors.sd - (Math.max(0, table.bias) + 2 * table.sd)
  );
  return beyond <= 0 ? 'holds it' : `short by ${beyond.toPrecision(2)}`;
}
