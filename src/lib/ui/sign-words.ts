import { m } from '$lib/paraglide/messages';
import type { Sign } from '$lib/plan/signs';

export const SIGN_WORDS: Readonly<Record<Sign, { name: () => string; when: () => string }>> = {
  pain: { name: m.sign_pain, when: m.sign_pain_when },
  doming: { name: m.sign_doming, when: m.sign_doming_when },
  urine: { name: m.sign_urine, when: m.sign_urine_when },
  heaviness: { name: m.sign_heaviness, when: m.sign_heaviness_when }
};

/** Several signs in one line. */
export function signList(signs: readonly Sign[]): string {
  return signs.map((sign) => SIGN_WORDS[sign].name().toLowerCase()).join(', ');
}
