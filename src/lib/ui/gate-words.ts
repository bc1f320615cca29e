import { m } from '$lib/paraglide/messages';
import type { Gate } from '$lib/plan/gates';
import type { LoadLimits } from '$lib/plan/load';
import type { Consent, Track } from '$lib/plan/situation';
import { calendarDay } from './format';

type Kind = Track['kind'] | null;

/** Only who is pregnant or gave birth has a midwife. */
function consentWords(consent: Consent, kind: Kind): string {
  const hasMidwife = kind === 'pregnant' || kind === 'postnatal';
  if (consent === 'start') return hasMidwife ? m.gate_doctor_start() : m.gate_doctor_start_other();
  if (consent === 'balance') return m.gate_doctor_balance();
  return consent === 'strength' ? m.gate_doctor_strength() : m.gate_doctor_coordination();
}

const WORDS: Readonly<Record<Exclude<Gate['kind'], 'until' | 'doctor'>, () => string>> = {
  catheter: m.gate_catheter,
  pain: m.gate_pain,
  tense: m.gate_tense,
  strain: m.gate_strain,
  see: m.gate_see,
  tomorrow: m.gate_tomorrow
};

/** When a step opens, or what it waits for. @param kind what the person trains after */
export function gateWords(gate: Gate, kind: Kind): string {
  if (gate.kind === 'until') return m.gate_until({ day: calendarDay(gate.day) });
  return gate.kind === 'doctor' ? consentWords(gate.consent, kind) : WORDS[gate.kind]();
}

/** Several of them in one line. */
export function gateList(gates: readonly Gate[], kind: Kind): string {
  return gates.map((gate) => gateWords(gate, kind)).join('; ');
}

/** Why no more is allowed today. */
export function limitWords({ because }: Pick<LoadLimits, 'because'>, kind: Kind): string {
  if (because.kind === 'unknown') return m.limit_unknown();
  if (because.kind === 'unread') return m.limit_unread();
  if (because.kind === 'first-week') return m.limit_first_week();
  const { step, next, gates } = because;
  if (next === null || gates.length === 0) return m.limit_step({ step });
  return m.limit_step_next({ step, next, gates: gateList(gates, kind) });
}
