import * as z from 'zod/mini';
import { SensorSchema, SetUpSchema, SignsSchema } from './entry';

/** What the history shows of a session without opening it. */
export const SessionSchema = z.object({
  id: z.uuid(),
  /** Whose it is. */
  person: z.uuid(),
  /** What was prescribed when it began; null without a plan. */
  prescription: z.optional(z.nullable(z.uuid())),
  startedAtMs: z.number(),
  /** Null while it runs, and in one that was cut off. */
  endedAtMs: z.nullable(z.number()),
  sensor: z.nullable(SensorSchema),
  /** Of the figures below. */
  engineVersion: z.int(),
  /** The latest set. */
  setUp: z.nullable(SetUpSchema),
  /** Rounds done in all sets. */
  rounds: z.int(),
  /** Share of the rounds' measured time in the band, 0–100. */
  inBandPct: z.nullable(z.number()),
  /** Its small picture: the highest of each stretch of equal length, % of the reference from 0 to 255. */
  curve: z.instanceof(Uint8Array),
  notes: z.array(
    z.object({
      atS: z.number(),
      text: z.string(),
      /** Who wrote it, where that was said. */
      by: z.optional(z.enum(['patient', 'therapist']))
    })
  ),
  /** The answers before and after training; null where they were not asked. Sessions from before there were questions have none. */
  signs: z.optional(z.object({ before: z.nullable(SignsSchema), after: z.nullable(SignsSchema) }))
});
export type SessionRecord = z.infer<typeof SessionSchema>;
export type Note = SessionRecord['notes'][number];

/** A stretch of a session's journal, packed. The key is [session, index]. */
export const ChunkSchema = z.object({
  session: z.uuid(),
  index: z.int(),
  bytes: z.instanceof(Uint8Array)
});
export interface JournalChunk {
  readonly session: string;
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
