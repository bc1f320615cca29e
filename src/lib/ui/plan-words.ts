import { m } from '$lib/paraglide/messages';
import type { Gate } from '$lib/plan/gates';
import type { Prescription, Setting } from '$lib/plan/prescription';
import type { Proposal } from '$lib/plan/progression';
import type { Complaint, Sign } from '$lib/plan/signs';
import { treatmentOf, type Programme, type Step } from '$lib/plan/steps';
import type { SetUp } from '$lib/signal/command';
import { calendarDay, seconds } from './format';
import { signList } from './sign-words';

export const STEP_NAMES: Readonly<Record<Step, () => string>> = {
  1: m.step_name_1,
  2: m.step_name_2,
  3: m.step_name_3,
  4: m.step_name_4,
  5: m.step_name_5,
  6: m.step_name_6,
  7: m.step_name_7
};

export const STEP_GOALS: Readonly<Record<Step, () => string>> = {
  1: m.step_goal_1,
  2: m.step_goal_2,
  3: m.step_goal_3,
  4: m.step_goal_4,
  5: m.step_goal_5,
  6: m.step_goal_6,
  7: m.step_goal_7
};

export const PROGRAMMES: Readonly<Record<Programme, () => string>> = {
  open: m.programme_open,
  strength: m.programme_strength,
  endurance: m.programme_endurance,
  coordination: m.programme_coordination
};

export const COMPLAINT_WORDS: Readonly<Record<Complaint, () => string>> = {
  leaking: m.complaint_leaking,
  pain: m.complaint_pain,
  heaviness: m.complaint_heaviness
};

export const REASON_WORDS: Readonly<Record<Prescription['reason'], () => string>> = {
  start: m.plan_reason_start,
  chosen: m.plan_reason_chosen,
  advance: m.plan_reason_advance,
  back: m.plan_reason_back,
  kept: m.plan_reason_kept
};

export function stepTitle(step: Step): string {
  return m.step_title({ step, name: STEP_NAMES[step]() });
}

export function gateWords(gate: Gate): string {
  if (gate.kind === 'until') return m.gate_until({ day: calendarDay(gate.day) });
  if (gate.kind === 'catheter') return m.gate_catheter();
  if (gate.kind === 'pain') return m.gate_pain();
  if (gate.kind === 'tense') return m.gate_tense();
  return gate.consent === 'start' ? m.gate_doctor_start() : m.gate_doctor_strength();
}

const inSeconds = (ms: number) => seconds(ms / 1000);

/** One round in words. */
export function roundWords({ forcePct, pattern, tangentPct = 0 }: SetUp): string {
  const words = m.setting_words({
    force: forcePct,
    rise: inSeconds(pattern.riseMs),
    hold: inSeconds(pattern.holdMs),
    fall: inSeconds(pattern.fallMs),
    rest: inSeconds(pattern.restMs)
  });
  return tangentPct > 0 ? `${words} ${m.setting_tangent({ pct: tangentPct })}` : words;
}

/** How many rounds, in words. */
export function roundsWords({ rounds, fatigue }: SetUp): string {
  if (fatigue === 'before') return m.setting_before({ rounds });
  return fatigue === 'past' ? m.setting_past({ rounds }) : m.setting_fixed({ rounds });
}

/** How often a day; null where nobody says. */
export function momentsADay({ step, perDay }: Prescription): number | null {
  return perDay ?? treatmentOf(step).perDay;
}

/** Why something else is proposed. @param signs that were told in the newest session */
export function causeWords({ cause }: Proposal, { step }: Setting, signs: readonly Sign[]): string {
  switch (cause) {
    case 'good':
      return m.proposal_good();
    case 'felt':
      return m.proposal_felt();
    case 'sign':
      return m.proposal_sign({ signs: signList(signs) });
    case 'hard':
      return m.proposal_hard();
    case 'tense':
      return m.proposal_tense();
    case 'shut':
      return m.proposal_shut({ step });
  }
}

/** What is proposed: another step, or the one number that is another. */
export function proposalWords({ cause, to }: Proposal, now: Setting): string {
  const name = STEP_NAMES[to.step]();
  if (to.step > now.step) return m.proposal_on({ step: to.step, name });
  if (to.step < now.step) {
    const words = cause === 'sign' ? m.proposal_back : m.proposal_back_plain;
    return words({ step: to.step, name });
  }
  return (to.setUp && now.setUp && changeWords(now.setUp, to.setUp)) ?? m.proposal_same();
}

function changeWords(from: SetUp, to: SetUp): string | null {
  if (to.forcePct !== from.forcePct) return m.proposal_force({ from: from.forcePct, to: to.forcePct });
  const tangents = { from: from.tangentPct ?? 0, to: to.tangentPct ?? 0 };
  if (tangents.from !== tangents.to) return m.proposal_tangent(tangents);
  const change = (of: 'holdMs' | 'restMs') => ({
    from: inSeconds(from.pattern[of]),
    to: inSeconds(to.pattern[of])
  });
  if (to.pattern.holdMs !== from.pattern.holdMs) return m.proposal_hold(change('holdMs'));
  return to.pattern.restMs === from.pattern.restMs ? null : m.proposal_rest(change('restMs'));
}
