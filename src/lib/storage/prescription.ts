import * as z from 'zod/mini';
import { REASONS, ROLES, type Prescription } from '../plan/prescription';
import { STEPS } from '../plan/steps';
import { moment, words } from './bounds';
import { SetUpSchema } from './entry';
import { LONGEST_NAME } from './plain-text';

/** The longest reason for an override. */
const LONGEST_REASON = 200;

export const PrescriptionSchema = z.object({
  id: z.uuid(),
  person: z.uuid(),
  atMs: moment,
  sequence: z.optional(z.int()),
  step: z.union(STEPS.map((step) => z.literal(step))),
  setUp: z.nullable(SetUpSchema),
  perDay: z.nullable(z.int().check(z.gte(1), z.lte(10))),
  reason: z.enum(REASONS),
  therapist: z.nullable(words(LONGEST_NAME)),
  override: z.nullable(
    z.object({
      therapist: words(LONGEST_NAME),
      role: z.optional(z.enum(ROLES)),
      reason: words(LONGEST_REASON),
      atMs: moment,
      sequence: z.optional(z.int())
    })
  )
}) satisfies z.ZodMiniType<Prescription>;
