import { asksRest } from '$lib/signal/schedule';
import type { Countdown } from './countdown';

/** *Decision*: a sentence takes so long to be said, s. */
const SENTENCE_S = 2;

/**
 * Whether a result can be read out now without standing in the way of the next cue: in a pause, or in a rest that is long enough still.
 */
export function isQuietTime({ cue, left }: Pick<Countdown, 'cue' | 'left'>): boolean {
  if (cue === 'paused' || cue === 'done') return true;
  return asksRest(cue) && cue !== 'ready' && (left === null || left >= SENTENCE_S);
}
