/** How the report shows a figure; a dash stands for none. */
export const line = (name: string, value: string) => `  ${name.padEnd(16)}${value}`;
export const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
export const show = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(5))) : '–');
export const seconds = (value: number) => `${value.toFixed(3)} s`;
export const percent = (value: number | null, unit = ' %MVC') =>
  value === null
    ? '–'
    : `${value
        .toFixed(1)
        .replace(/^-(0\.0)$/, '$1')
        .replace('-', '−')}${unit}`;
