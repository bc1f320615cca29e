import type { Choice } from '../lib/signal/offline/choice';
import { directionWord, FIRST_REFUSED, restSource, type RestSource } from './choice-words';
import { line, seconds, show } from './lines';

/** When rest was and which way a contraction moves the signal; what of it was found, and why. */
export function choiceLines(choice: Choice): string[] {
  const { rest, reach } = choice;
  const why = reasons(choice);
  const source = restSource(choice);
  const when = 'baseline' in rest ? '' : `${seconds(rest.fromS)} to ${seconds(rest.toS)}, `;
  const found = reach
    ? `, found: the signal leaves rest by ${show(reach.up)} up and by ${show(reach.down)} down`
    : '';
  return [
    line('Polarity', `${directionWord(choice)}${found}`),
    line('Rest', `${when}${SOURCES[source]}`),
    ...why.map((sentence) => line('', sentence))
  ];
}

const SOURCES: Readonly<Record<RestSource, string>> = {
  baseline: 'not used: the baseline is given',
  given: 'as given',
  first: 'the first 3 s',
  found: 'found',
  makeshift: 'the first 3 s, because no better rest was found'
};

function reasons(choice: Choice): string[] {
  const why = choice.found?.firstRefused;
  if (!why) return [];
  const [level, other] = choice.polarity > 0 ? ['lowest', 'down'] : ['highest', 'up'];
  const first = `the first 3 s ${why === 'high' ? `are calm, but far from the ${level} level` : FIRST_REFUSED[why]}`;
  if (choice.found.isMakeshift)
    return [`note: ${first}, and no other 3 s are a rest; choose a stretch with --rest, or give --baseline`];
  const lines = [`note: ${first}; these are the steadiest 3 s at the ${level} calm level`];
  if (why === 'high' && !choice.reach)
    lines.push(`note: if a contraction moves the signal ${other}, give --polarity ${other}`);
  return lines;
}
