import * as z from 'zod/mini';
import { CONSENTS } from '../plan/situation';
import { COMPLAINTS } from '../plan/signs';

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
  /** The day that they were noted. */
  agreedOn: z.optional(z.iso.date()),
  isTense: z.boolean(),
  wantsMaximum: z.boolean(),
  complaints: z.array(z.enum(COMPLAINTS))
});
export type Plan = z.infer<typeof PlanSchema>;
