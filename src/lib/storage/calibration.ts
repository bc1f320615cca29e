import * as z from 'zod/mini';
import { ReferenceSchema, SensorSchema } from './entry';

const AttemptSchema = z.object({
  startS: z.number(),
  polarity: z.union([z.literal(1), z.literal(-1)]),
  strength: z.number(),
  refused: z.nullable(
    z.enum(['weak', 'short', 'rail', 'gap', 'restless', 'drift', 'shift', 'opposite', 'breath', 'buttocks'])
  )
});

/**
 * A calibration that was accepted, with all its attempts. It belongs to one person on one sensor; whether the seat is still the same, the person says when
 * it is used again. Never changed: a later one stands beside it.
 */
export const CalibrationSchema = z.object({
  id: z.uuid(),
  /** Whose 100 % it is. */
  person: z.uuid(),
  /** The session that it was made in; its journal holds the curves. */
  session: z.uuid(),
  atMs: z.number(),
  engineVersion: z.int(),
  sensor: SensorSchema,
  reference: ReferenceSchema,
  /** The tare that it counts from, in sensor numbers. */
  rest: z.object({ baseline: z.number(), sd: z.number(), drift: z.number() }),
  attempts: z.array(AttemptSchema)
});
export type CalibrationRecord = z.infer<typeof CalibrationSchema>;
