import { daysBetween, type Day } from './calendar';
import type { Profile } from './load';

/** No bearing down after a birth for so long. */
const RECOVERY_DAYS = 42;

/**
 * Whether the practice may offer one gentle bearing down, to see whether the seat can tell it from squeezing: never after an operation or in
 * the first six weeks after a birth. *Decisions*: nor in pregnancy, with a prolapse, heaviness or pain, or where nothing is known of the person.
 */
export function mayBearDown(profile: Profile | null, today: Day): boolean {
  if (!profile) return false;
  const { track, complaints, complicated } = profile.situation;
  const { pain, strain } = profile.symptoms;
  if (track.kind === 'surgery' || track.kind === 'pregnant' || complicated) return false;
  if (track.kind === 'postnatal' && daysBetween(track.born, today) < RECOVERY_DAYS) return false;
  const isSore = complaints.some((each) => each === 'prolapse' || each === 'heaviness' || each === 'pain');
  return !isSore && pain === null && strain === null;
}
