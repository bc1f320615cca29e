/** As wide as a phone is; px. */
export const WIDTH_PX = 440;
export const FONT_PX = 13;

/** Light and dark by role, as in styles/tokens.css: a picture stands alone and cannot read that file. */
export const COLOURS = {
  paper: ['#faf7f2', '#10181a'],
  line: ['#e2dacd', '#2c3b3d'],
  ink: ['#1d2a2c', '#eef3f1'],
  soft: ['#56646a', '#a3b3b4'],
  trace: ['#0b6b6f', '#79dccf'],
  off: ['#8e2a6f', '#ffabe1'],
  ribbon: ['#f2d09a', '#54401f'],
  'ribbon-edge': ['#a8691c', '#e8b465']
} as const;

/** One rule for each role, without variables: programs for vector drawings do not know those. */
function rules(scheme: 0 | 1): string {
  const stroke = (name: string, role: keyof typeof COLOURS) => `.${name}{stroke:${COLOURS[role][scheme]}}`;
  const fill = (name: string, role: keyof typeof COLOURS) => `.${name}{fill:${COLOURS[role][scheme]}}`;
  return [
    fill('paper', 'paper'),
    fill('ribbon', 'ribbon'),
    fill('strip', 'line'),
    stroke('grid', 'line'),
    stroke('leader', 'soft'),
    `text{fill:${COLOURS.ink[scheme]};stroke:${COLOURS.paper[scheme]}}`,
    fill('quiet', 'soft'),
    stroke('s-trace', 'trace'),
    stroke('s-soft', 'soft'),
    stroke('s-ink', 'ink'),
    stroke('s-off', 'off'),
    stroke('s-edge', 'ribbon-edge'),
    fill('f-trace', 'trace'),
    fill('f-soft', 'soft'),
    fill('f-ink', 'ink'),
    fill('f-off', 'off'),
    fill('f-edge', 'ribbon-edge')
  ].join('');
}

/** The text is drawn over an edge in the colour of the paper, so that it can be read over a line. */
export const STYLE = [
  `text{font:${FONT_PX}px 'Atkinson Hyperlegible Next',system-ui,sans-serif;stroke-width:3px;stroke-linejoin:round;paint-order:stroke}`,
  '.heading{font-weight:600}',
  'path{fill:none;stroke-width:1.5px}',
  'path.trace{stroke-width:2px;stroke-linejoin:round}',
  'path.grid,path.leader,path.thin{stroke-width:1px}',
  'path.dashed{stroke-dasharray:5 4}',
  'path.ribbon,path.strip{stroke:none}',
  rules(0),
  `@media(prefers-color-scheme:dark){${rules(1)}}`
].join('');
