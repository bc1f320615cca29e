/** A contraction as a formula: % of the reference over s, from rest at 0 to rest at 15 s, with one contraction in it. */
export interface Shape {
  readonly name: string;
  readonly valueAt: (s: number) => number;
}

const BEGIN_S = 4;
const END_S = 15;
/** Up to here all shapes rest, and from here on all that lies before the contraction. */
export const REST_S = 3;
export const DURATION_S = END_S;

const clamp = (x: number) => Math.min(1, Math.max(0, x));
/** From 0 to 1 as half a wave. */
const wave = (x: number) => Math.sin((Math.PI / 2) * clamp(x)) ** 2;

const ramp = (riseS: number, fallS: number) => (s: number) =>
  100 * Math.min(clamp((s - BEGIN_S) / riseS), clamp(1 - (s - 10) / fallS));

/** A hold like an exponential's (shape E), with a sine of 1 % and 1 Hz; let go like an exponential too. */
function exponential(s: number): number {
  const up = (x: number) =>
    x < BEGIN_S ? 0 : 100 * (1 - Math.exp(-(x - BEGIN_S) / 0.2)) + Math.sin(2 * Math.PI * (x - BEGIN_S));
  return s < 10 ? up(s) : up(10) * Math.exp(-(s - 10) / 0.15);
}

/** To 60 in 0.15 s, and to 100 in 2 s more (shape S). */
function twoSlopes(s: number): number {
  const up = 60 * clamp((s - BEGIN_S) / 0.15) + 40 * clamp((s - BEGIN_S - 0.15) / 2);
  return s < 10 ? up : 100 * clamp(1 - (s - 10) / 0.3);
}

const waves = (riseS: number, fallS: number) => (s: number) =>
  100 * Math.min(wave((s - BEGIN_S) / riseS), wave(1 - (s - 10) / fallS));

/** One wave of 1.2 s: no hold. */
const pulse = (s: number) =>
  s < BEGIN_S || s > BEGIN_S + 1.2 ? 0 : 80 * Math.sin((Math.PI * (s - BEGIN_S)) / 1.2) ** 2;

export const SHAPES: readonly Shape[] = [
  { name: 'ramp of 0.3 s', valueAt: ramp(0.3, 0.3) },
  { name: 'ramp of 1.5 s', valueAt: ramp(1.5, 1) },
  { name: 'exponential (E)', valueAt: exponential },
  { name: 'two slopes (S)', valueAt: twoSlopes },
  { name: 'half waves of 0.5 s', valueAt: waves(0.5, 0.6) },
  { name: 'half waves of 1 s', valueAt: waves(1, 1) },
  { name: 'pulse of 1.2 s', valueAt: pulse }
];
