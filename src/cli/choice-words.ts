import type { Choice } from '../lib/signal/offline/choice';
import type { FirstRefused } from '../lib/signal/offline/rest-search';

/** Where the rest comes from. */
export type RestSource = 'baseline' | 'given' | 'first' | 'found' | 'makeshift';

export function restSource({ rest, found }: Choice): RestSource {
  if ('baseline' in rest) return 'baseline';
  if (!found) return 'given';
  if (found.isMakeshift) return 'makeshift';
  return found.firstRefused === null ? 'first' : 'found';
}

export const directionWord = ({ polarity }: Choice) => (polarity > 0 ? 'up' : 'down');

/** What is wrong with the first three seconds, after their name. */
export const FIRST_REFUSED: Readonly<Record<Exclude<FirstRefused, 'high'>, string>> = {
  restless: 'are restless',
  drifting: 'drift',
  gap: 'have a gap'
};
