import type { Prescription } from './prescription';

type Numbers = Pick<Prescription, 'step' | 'setUp' | 'perDay'>;

/** Every number of a prescription, in the order in which it is told; null where it has none. */
const NUMBERS = {
  step: ({ step }) => step,
  forcePct: ({ setUp }) => setUp?.forcePct ?? null,
  bandPct: ({ setUp }) => setUp?.bandPct ?? null,
  riseMs: ({ setUp }) => setUp?.pattern.riseMs ?? null,
  holdMs: ({ setUp }) => setUp?.pattern.holdMs ?? null,
  fallMs: ({ setUp }) => setUp?.pattern.fallMs ?? null,
  restMs: ({ setUp }) => setUp?.pattern.restMs ?? null,
  rounds: ({ setUp }) => setUp?.rounds ?? null,
  tangentPct: ({ setUp }) => setUp?.tangentPct ?? null,
  perDay: ({ perDay }) => perDay
} as const satisfies Record<string, (prescription: Numbers) => number | null>;
export type NumberOf = keyof typeof NUMBERS;

export interface Change {
  readonly of: NumberOf;
  readonly from: number | null;
  readonly to: number | null;
}

/** Every number that is another one; none: the same is trained. */
export function changesBetween(from: Numbers, to: Numbers): readonly Change[] {
  return (Object.keys(NUMBERS) as NumberOf[])
    .map((of) => ({ of, from: NUMBERS[of](from), to: NUMBERS[of](to) }))
    .filter((change) => change.from !== change.to);
}

/**
 * The therapist who decided what is trained now; null where it is the person's own. Who keeps it keeps it hers.
 *
 * @param prescriptions newest first
 */
export function prescribedBy(prescriptions: readonly Prescription[]): string | null {
  const [now] = prescriptions;
  if (!now) return null;
  const end = prescriptions.findIndex((each) => changesBetween(each, now).length > 0);
  const same = end < 0 ? prescriptions : prescriptions.slice(0, end);
  const named = same.find(({ therapist }) => therapist !== null)?.therapist;
  if (named != null) return named;
  // Her word may hold on while the numbers are the person's own by now.
  const { override } = now;
  const isHers = override !== null && same.some(({ sequence }) => sequence === override.sequence);
  return isHers ? override.therapist : null;
}

/** The therapist whose name was noted last for this person, and what she is; null where none was. @param prescriptions newest first */
export function lastTherapist(
  prescriptions: readonly Prescription[]
): { readonly name: string; readonly role: NonNullable<Prescription['override']>['role'] | null } | null {
  const name = prescriptions.map(({ therapist, override }) => therapist ?? override?.therapist).find(Boolean);
  if (name == null) return null;
  const word = prescriptions.map(({ override }) => override).find((each) => each?.therapist === name);
  return { name, role: word?.role ?? null };
}
