export type DecimalMark = '.' | ',';

/** What a cell shows about the decimal mark: it has one; it is one number with a point and another with a comma; or it is whole. */
export type Shown =
  | { readonly kind: 'decimal'; readonly mark: DecimalMark }
  | { readonly kind: 'either'; readonly mark: DecimalMark }
  | { readonly kind: 'whole' };

const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const APOSTROPHES = /[\u2018\u2019\u02BC\u00B4]/g;
const MISSING =
  /^(?:[+-]?nan(?:\(ind\))?|-?1\.#(?:qnan|ind)|n\/?a|null|none|nil|missing|-+|\?|#n\/[av]!?)?$/i;
const NUMBER = /^([+-]?)([\d.,' ]*\d[\d.,' ]*?)(e[+-]?\d+)?$/i;
const SINGLE = /^(\d*)([.,])(\d*)$/;
/** Thousands in groups of three, parted by one mark throughout; never after a leading zero. */
const GROUPED = /^[1-9]\d{0,2}([.,' ])\d{3}(?:\1\d{3})*(?:([.,])\d*)?$/;

/** With plain dashes, spaces and apostrophes for all that look like them. */
export function tidy(cell: string): string {
  if (/^[\d.,+\-eE]*$/.test(cell)) return cell;
  return cell.replace(DASHES, '-').replace(SPACES, ' ').replace(APOSTROPHES, "'").trim();
}

/** Whether nothing was measured: empty, NaN and its like. Infinity is no such thing. */
export const isMissing = (cell: string): boolean => MISSING.test(tidy(cell));

/** What the cell shows, or null if it is no number. */
export function shownBy(cell: string): Shown | null {
  const body = NUMBER.exec(tidy(cell))?.[2];
  if (body === undefined) return null;
  if (/^\d+$/.test(body)) return { kind: 'whole' };
  const grouped = GROUPED.exec(body);
  const [, group, after] = grouped ?? [];
  const single = SINGLE.exec(body);
  const mark = single?.[2] as DecimalMark | undefined;
  if (mark) return { kind: grouped ? 'either' : 'decimal', mark };
  if (!grouped || group === after) return null;
  if (after) return { kind: 'decimal', mark: after as DecimalMark };
  if (group === '.') return { kind: 'decimal', mark: ',' };
  return group === ',' ? { kind: 'decimal', mark: '.' } : { kind: 'whole' };
}

/** NaN if it is no number with that decimal mark. */
export function parseNumber(cell: string, mark: DecimalMark): number {
  const [, sign = '', body = '', exponent = ''] = NUMBER.exec(tidy(cell)) ?? [];
  if (body === '') return NaN;
  const single = SINGLE.exec(body);
  if (/^\d+$/.test(body) || single?.[2] === mark) return Number(sign + body.replace(mark, '.') + exponent);
  const [, group, after] = GROUPED.exec(body) ?? [];
  if (group === undefined || group === mark || (after !== undefined && after !== mark)) return NaN;
  return Number(sign + body.replaceAll(group, '').replace(mark, '.') + exponent);
}
