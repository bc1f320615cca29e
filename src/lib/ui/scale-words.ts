import type { Scale } from '$lib/signal/calibration/reference';

/** Every % says of what: of a maximum voluntary contraction, or of a comfortable one. */
const UNITS: Readonly<Record<Scale, string>> = { mvc: '%MVC', ref: '%REF' };

/** % of the reference as a unit; `perS` for rates. */
export function pctUnit(scale: Scale, perS: '' | '/s' = ''): string {
  return `${UNITS[scale]}${perS}`;
}
