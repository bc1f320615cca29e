import * as z from 'zod/mini';
import { moment, raw, seconds } from './bounds';
import { ReferenceSchema, SensorSchema } from './entry';

/** More than anybody tries in one session. */
const MOST_ATTEMPTS = 1000;

const AttemptSchema = z.object({
  startS: seconds,
  polarity: z.union([z.literal(1), z.literal(-1)]),
  strength: raw,
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
  /** Its place in the order of recording. */
  sequence: z.optional(z.int()),
  atMs: moment,
  engineVersion: z.int(),
  sensor: SensorSchema,
  /** Made with the simulated sensor: it is nobody's record. */
  isSimulated: z.optional(z.boolean()),
  reference: ReferenceSchema,
  /** The tare that it counts from, in sensor numbers. */
  rest: z.object({ baseline: raw, sd: raw, drift: raw }),
  attempts: z.array(AttemptSchema).check(z.maxLength(MOST_ATTEMPTS))
});
export type CalibrationRecord = z.infer<typeof CalibrationSchema>;
