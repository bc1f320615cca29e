import { m } from '$lib/paraglide/messages';
import { FIRST_ROUNDS } from '$lib/plan/dose';
import {
  FULL_PCT,
  LEAST_TANGENT_PCT,
  LONG_HOLD_MS,
  LONGEST_HOLD_MS,
  LONGEST_REST_MS,
  MOST_TANGENT_PCT,
  REST_STEP_MS
} from '$lib/plan/ladder';
import { FIRST_WEEK_PCT, MOST_ROUNDS } from '$lib/plan/load';
import { CREEP_PCT, type Outcome } from '$lib/plan/outcome';
import type { Setting } from '$lib/plan/prescription';
import { RAISE_DAYS, type Cause } from '$lib/plan/progression';
import type { Track } from '$lib/plan/situation';
import { FEWEST_COUNTED, FEWEST_TO_JUDGE, GOOD_SHARE, IN_A_ROW, WEAK_IN_A_ROW } from '$lib/plan/verdict';
import { GOOD_PCT, WEAK_PCT, WEAK_SHARE } from '$lib/signal/round-quality';
import { FEWEST_ROUNDS, type FatigueRule } from '$lib/signal/fatigue';
import { LONGEST_WAIT_S, RELAXING_ROUND_S } from '$lib/signal/training-set';
import { number, seconds } from './format';

const inSeconds = (ms: number) => seconds(ms / 1000);

function quality(): string {
  return m.choice_quality({ good: GOOD_PCT, weak: WEAK_PCT, less: number(100 * (1 - WEAK_SHARE)) });
}

function complete(): string {
  return m.choice_complete({ hold: inSeconds(LONG_HOLD_MS), force: FULL_PCT });
}

function untilTired(rule: FatigueRule): string {
  if (rule === 'past') return m.choice_past({ most: MOST_ROUNDS });
  return m.choice_before({ first: FIRST_ROUNDS, fewest: FEWEST_ROUNDS, most: MOST_ROUNDS });
}

/** What Bodem chose about how a setting is trained; nothing about a free curve. */
export function settingDecisions({ step, setUp }: Setting): readonly string[] {
  if (!setUp) return [];
  const { fatigue, tangentPct = 0, forcePct } = setUp;
  return [
    ...(step === 5 && forcePct <= FIRST_WEEK_PCT ? [m.choice_first_week({ pct: FIRST_WEEK_PCT })] : []),
    ...(tangentPct > 0 ? [m.choice_tangent({ least: LEAST_TANGENT_PCT, most: MOST_TANGENT_PCT })] : []),
    quality(),
    ...(fatigue ? [untilTired(fatigue)] : []),
    m.choice_wait({ seconds: LONGEST_WAIT_S, relaxing: RELAXING_ROUND_S })
  ];
}

/** What Bodem chose about when that is proposed. */
export function proposalDecisions(cause: Cause): readonly string[] {
  switch (cause) {
    case 'good': {
      const hold = inSeconds(LONGEST_HOLD_MS);
      const share = number(100 * GOOD_SHARE);
      const good = m.choice_good({ sessions: IN_A_ROW, rounds: FEWEST_COUNTED, share, hold });
      return [good, m.choice_week({ days: RAISE_DAYS }), complete(), m.choice_no()];
    }
    case 'hard':
      return [m.choice_hard({ rounds: FEWEST_TO_JUDGE }), m.choice_no()];
    case 'unreached':
      return [m.choice_unreached(), m.choice_no()];
    case 'strong':
      return [m.choice_strong(), m.choice_no()];
    case 'unseen':
      return [m.choice_unseen(), m.choice_no()];
    case 'stuck':
      return [m.choice_stuck({ sessions: WEAK_IN_A_ROW }), m.choice_no()];
    case 'tense': {
      const [more, most] = [inSeconds(REST_STEP_MS), inSeconds(LONGEST_REST_MS)];
      return [m.choice_tense({ rests: FEWEST_TO_JUDGE, more, most }), m.choice_no()];
    }
    case 'sign':
      return [m.choice_sign(), m.choice_no()];
    // The muscle is felt, or a gate is shut: the gates tell their own.
    case 'felt':
    case 'shut':
      return [];
  }
}

/** What Bodem chose about the order of the steps and when they open. */
export function stepDecisions(track: Track): readonly string[] {
  return [
    ...(track.kind === 'other' ? [m.choice_other()] : []),
    m.choice_begin(),
    ...(track.kind === 'postnatal' ? [m.choice_stay(), m.choice_rupture()] : []),
    ...(track.kind === 'postnatal' && (track.delivery ?? 'caesarean') === 'caesarean'
      ? [m.choice_caesarean()]
      : []),
    ...(track.kind === 'surgery' ? [m.choice_catheter()] : []),
    m.choice_pain(),
    m.choice_strain(),
    m.choice_limits(),
    complete()
  ];
}

/** What Bodem chose about what a session came to. */
export function outcomeDecisions({ counted, rests }: Outcome): readonly string[] {
  return [...(counted > 0 ? [quality()] : []), ...(rests > 0 ? [m.choice_creep({ pct: CREEP_PCT })] : [])];
}
