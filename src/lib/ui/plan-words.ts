import { m } from '$lib/paraglide/messages';
import { changesBetween, type NumberOf } from '$lib/plan/changes';
import type { Prescription, Role, Setting } from '$lib/plan/prescription';
import type { Proposal } from '$lib/plan/progression';
import type { Complaint, Sign } from '$lib/plan/signs';
import { treatmentOf, type Programme, type Step } from '$lib/plan/steps';
import type { SetUp } from '$lib/signal/command';
import type { Track } from '$lib/plan/situation';
import { seconds } from './format';
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

const COMPLAINT_WORDS: Readonly<Record<Exclude<Complaint, 'prolapse'>, () => string>> = {
  leaking: m.complaint_leaking,
  urge: m.complaint_urge,
  stool: m.complaint_stool,
  wind: m.complaint_wind,
  pain: m.complaint_pain,
  'sexual-pain': m.complaint_sexual_pain,
  heaviness: m.complaint_heaviness
};

/** A complaint by its name; only who is pregnant or gave birth reads of the vagina. */
export function complaintWords(complaint: Complaint, kind: Track['kind']): string {
  if (complaint !== 'prolapse') return COMPLAINT_WORDS[complaint]();
  return kind === 'pregnant' || kind === 'postnatal' ? m.complaint_prolapse() : m.complaint_prolapse_other();
}

/** Several of them in one line. */
export function complaintList(complaints: readonly Complaint[], kind: Track['kind']): string {
  return complaints.map((complaint) => complaintWords(complaint, kind).toLowerCase()).join(', ');
}

export const ROLE_WORDS: Readonly<Record<Role, () => string>> = {
  physiotherapist: m.role_physiotherapist,
  midwife: m.role_midwife,
  doctor: m.role_doctor,
  nurse: m.role_nurse
};

export const REASON_WORDS: Readonly<Record<Prescription['reason'], () => string>> = {
  start: m.plan_reason_start,
  chosen: m.plan_reason_chosen,
  advance: m.plan_reason_advance,
  back: m.plan_reason_back,
  kept: m.plan_reason_kept,
  remeasure: m.plan_reason_remeasure,
  dated: m.plan_reason_dated
};

export function stepTitle(step: Step): string {
  return m.step_title({ step, name: STEP_NAMES[step]() });
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
    case 'strong':
      return m.proposal_strong();
    case 'unseen':
      return m.proposal_unseen();
    case 'hard':
      return m.proposal_hard();
    case 'unreached':
      return m.proposal_unreached();
    case 'stuck':
      return m.proposal_stuck();
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
  if (cause === 'strong' || cause === 'unseen') return m.proposal_remeasure();
  const same = cause === 'stuck' ? m.proposal_see : m.proposal_same;
  return (to.setUp && now.setUp && changeWords(now.setUp, to.setUp)) ?? same();
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

const NUMBER_NAMES: Readonly<Record<NumberOf, () => string>> = {
  step: m.plan_change_step,
  forcePct: m.field_forcePct,
  bandPct: m.field_bandPct,
  riseMs: m.field_rise,
  holdMs: m.field_hold,
  fallMs: m.field_fall,
  restMs: m.field_rest,
  rounds: m.field_rounds,
  tangentPct: m.field_tangentPct,
  perDay: m.plan_change_per_day
};

function numberWords(of: NumberOf, value: number | null): string {
  if (value === null) return '–';
  if (of.endsWith('Ms')) return `${inSeconds(value)} s`;
  return of.endsWith('Pct') ? `${value} %` : String(value);
}

/** Every number that a prescription changed, the old and the new one, in one line; empty where it changed none. */
export function changeList(before: Prescription, after: Prescription): string {
  return changesBetween(before, after)
    .map(({ of, from, to }) => {
      const name = NUMBER_NAMES[of]().toLowerCase();
      return `${name} ${numberWords(of, from)} → ${numberWords(of, to)}`;
    })
    .join('; ');
}
