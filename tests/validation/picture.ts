import type { Errors } from './measure';

const [WIDTH, HEIGHT] = [420, 180];
const [LEFT, RIGHT, TOP, BOTTOM] = [56, 12, 14, 34];

const x = (rateHz: number) =>
  LEFT + ((Math.log(rateHz) - Math.log(20)) / Math.log(50)) * (WIDTH - LEFT - RIGHT);
const round = (value: number) => value.toFixed(1);

/** Bias ± SD by rate, from 20 to 1000 Hz: a point and a bar for each, and a lighter bar from the lowest to the highest shape. */
export function pictureOf(
  title: string,
  unit: string,
  byRate: readonly { readonly rateHz: number; readonly errors: Errors }[]
): string {
  const ends = byRate.flatMap(({ errors: { bias, sd, lowest, highest } }) => [
    bias - sd,
    bias + sd,
    lowest,
    highest
  ]);
  const most = Math.max(...ends.map(Math.abs), Number.MIN_VALUE);
  const y = (value: number) => TOP + ((most - value) / (2 * most)) * (HEIGHT - TOP - BOTTOM);
  const bar = (rateHz: number, from: number, to: number, style: string) =>
    `<path d="M${round(x(rateHz))} ${round(y(from))}V${round(y(to))}" ${style}/>`;
  const marks = byRate.map(
    ({ rateHz, errors: { bias, sd, lowest, highest } }) =>
      bar(rateHz, lowest, highest, 'stroke="#0d6b6e" stroke-opacity=".25" stroke-width="10"') +
      bar(rateHz, bias - sd, bias + sd, 'stroke="#0d6b6e" stroke-width="2"') +
      `<circle cx="${round(x(rateHz))}" cy="${round(y(bias))}" r="3.5" fill="#a3541a"/>` +
      `<text x="${round(x(rateHz))}" y="${HEIGHT - 18}" text-anchor="middle">${rateHz}</text>`
  );
  const label = (value: number) =>
    `<text x="${LEFT - 6}" y="${round(y(value) + 4)}" text-anchor="end">${value === 0 ? '0' : value.toPrecision(2)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11" fill="#222">
<title>${title}: bias and SD by rate</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<path d="M${LEFT} ${round(y(0))}H${WIDTH - RIGHT}" stroke="#999" stroke-dasharray="3 3"/>
${[most, 0, -most].map(label).join('')}
${marks.join('\n')}
<text x="${(LEFT + WIDTH) / 2}" y="${HEIGHT - 4}" text-anchor="middle">Hz; error in ${unit}</text>
</svg>
`;
}
