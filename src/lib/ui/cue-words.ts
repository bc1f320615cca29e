import { m } from '$lib/paraglide/messages';
import type { Moment } from '$lib/signal/schedule';

export const CUE_WORDS: Record<Moment['cue'], () => string> = {
  waiting: m.cue_waiting,
  relaxing: m.cue_relaxing,
  ready: m.cue_ready,
  rise: m.cue_rise,
  hold: m.cue_hold,
  fall: m.cue_fall,
  rest: m.cue_rest,
  paused: m.cue_paused,
  done: m.cue_done
};
