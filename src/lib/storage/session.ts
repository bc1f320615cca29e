import * as z from 'zod/mini';
import { SensorSchema, SetUpSchema } from './entry';

/** What the history shows of a session without opening it. */
export const SessionSchema = z.object({
  id: z.uuid(),
  startedAtMs: z.number(),
  /** Null while it runs, and for ever in one that was cut off. */
  endedAtMs: z.nullable(z.number()),
  sensor: z.nullable(SensorSchema),
  /** Of the figures below. */
  engineVersion: z.int(),
  /** The latest set. */
  setUp: z.nullable(SetUpSchema),
  /** Rounds done in all sets. */
  rounds: z.int(),
  /** Share of the rounds' measured time in the band, 0–100. */
  inBandPct: z.nullable(z.number())
});
export type SessionRecord = z.infer<typeof SessionSchema>;

/** A stretch of a session's journal. The key is [session, index]. */
export interface JournalChunk {
  readonly session: string;
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
