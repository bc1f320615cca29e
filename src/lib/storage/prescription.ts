import * as z from 'zod/mini';
import { REASONS, type Prescription } from '../plan/prescription';
import { STEPS } from '../plan/steps';
import { SetUpSchema } from './entry';

/** The longest name, and the longest reason for an override. */
const LONGEST_TEXT = 200;

export const PrescriptionSchema = z.object({
  id: z.uuid(),
  person: z.uuid(),
  atMs: z.number(),
  step: z.union(STEPS.map((step) => z.literal(step))),
  setUp: z.nullable(SetUpSchema),
  perDay: z.nullable(z.int().check(z.gte(1), z.lte(10))),
  reason: z.enum(REASONS),
  therapist: z.nullable(z.string().check(z.maxLength(LONGEST_TEXT))),
  override: z.nullable(
    z.object({
      therapist: z.string().check(z.maxLength(LONGEST_TEXT)),
      reason: z.string().check(z.maxLength(LONGEST_TEXT)),
      atMs: z.number()
    })
  )
}) satisfies z.ZodMiniType<Prescription>;
