import { fileURLToPath } from 'node:url';
import type { Figure } from '../../src/lib/figure/figure';
import { contraction } from './sections/contraction';
import { cough } from './sections/cough';
import { hold } from './sections/hold';
import { onset } from './sections/onset';
import { quality } from './sections/quality';
import { quick } from './sections/quick';
import { reference } from './sections/reference';
import { relaxation } from './sections/relaxation';
import { riseRate } from './sections/rise-rate';
import { riseTime, tangent } from './sections/rise-time';
import { saturation } from './sections/saturation';
import { score } from './sections/score';
import { tare } from './sections/tare';
import { posture, tracking } from './sections/zero';

/** Where the figures of docs/signal.md are. */
export const FOLDER = fileURLToPath(new URL('../../docs/pictures/signal/', import.meta.url));

/** Each figure of docs/signal.md by the name of its file, in the order of the sections. */
export const FIGURES: Readonly<Record<string, () => Figure>> = {
  tare,
  tracking,
  posture,
  reference,
  contraction,
  onset,
  'rise-rate': riseRate,
  'rise-time': riseTime,
  tangent,
  hold,
  score,
  relaxation,
  quality,
  saturation,
  cough,
  quick
};
