import { addDays, daysBetween, type Day } from './calendar';
import { opensOn } from './gates';
import type { Track } from './situation';

/** The phases of recovery after a birth. */
export const PHASES = ['rest', 'walk', 'stir', 'build', 'run', 'sport'] as const;
export type Phase = (typeof PHASES)[number];

const WEEK = 7;
/** The day that each begins; *decision*: the 3 months of the last ones are 13 weeks, the end of the last the 12 months of full recovery. */
const FROM_DAYS: Readonly<Record<Phase, number>> = {
  rest: 0,
  walk: 2 * WEEK,
  stir: 4 * WEEK,
  build: 6 * WEEK,
  run: 13 * WEEK,
  sport: 26 * WEEK
};
const RECOVERED_DAYS = 52 * WEEK;

export interface PhaseOfRecovery {
  readonly phase: Phase;
  readonly from: Day;
  readonly when: 'past' | 'now' | 'later';
}

/** All phases after that birth, in order; none of them is now once the tissue is recovered. */
export function recoveryOf(born: Day, today: Day): readonly PhaseOfRecovery[] {
  const days = daysBetween(born, today);
  return PHASES.map((phase, i) => {
    const next = PHASES[i + 1];
    const untilDays = next === undefined ? RECOVERED_DAYS : FROM_DAYS[next];
    const when = days >= untilDays ? 'past' : days >= FROM_DAYS[phase] ? 'now' : 'later';
    return { phase, from: addDays(born, FROM_DAYS[phase]), when };
  });
}

/** Sport and training of the belly: the sources differ (5 to 6 weeks, after a caesarean 8); the later day holds. */
export function sportFrom(track: Track & { readonly kind: 'postnatal' }): Day {
  return opensOn(6, track) ?? track.born;
}
