import * as z from 'zod/mini';
import { CONSENTS, type Situation } from '../plan/situation';
import { COMPLAINTS } from '../plan/signs';
import type { Person } from './person';

/** What a person trains after, one for each who has a plan. A birth stands with the person, so that a correction changes it everywhere. */
export const PlanSchema = z.object({
  /** Whose it is. */
  person: z.uuid(),
  track: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('pregnant'), due: z.iso.date() }),
    z.object({ kind: z.literal('postnatal') }),
    z.object({ kind: z.literal('surgery'), operated: z.iso.date(), hasCatheter: z.boolean() }),
    z.object({ kind: z.literal('other') })
  ]),
  complicated: z.boolean(),
  agreed: z.array(z.enum(CONSENTS)),
  isTense: z.boolean(),
  wantsMaximum: z.boolean(),
  complaints: z.array(z.enum(COMPLAINTS))
});
export type Plan = z.infer<typeof PlanSchema>;

/** With the birth that it counts from; null where that was taken away since. */
export function situationOf({ track, ...plan }: Plan, birth: Person['birth']): Situation | null {
  if (track.kind !== 'postnatal') return { ...plan, track };
  return birth && { ...plan, track: { kind: 'postnatal', born: birth.date, delivery: birth.delivery } };
}
