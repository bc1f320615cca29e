import * as z from 'zod/mini';
import { count, moment, seconds, share, words } from './bounds';
import { SensorSchema, SetUpSchema, SignsSchema } from './entry';
import { LONGEST_NOTE } from './plain-text';

/** More than the overview of any session has. */
const LONGEST_CURVE = 10_000;
/** More than anybody writes about one session. */
const MOST_NOTES = 1000;

/** What the history shows of a session without opening it. */
export const SessionSchema = z.object({
  id: z.uuid(),
  /** Whose it is. */
  person: z.uuid(),
  /** What was prescribed when it began; null without a plan. */
  prescription: z.optional(z.nullable(z.uuid())),
  /** Its place in the order of recording. */
  sequence: z.optional(z.int()),
  /** The same of its answers, where something was named in them only after other things had been recorded. */
  signsSequence: z.optional(z.int()),
  startedAtMs: moment,
  /** Null while it runs, and in one that was cut off. */
  endedAtMs: z.nullable(moment),
  sensor: z.nullable(SensorSchema),
  /** Of the figures below. */
  engineVersion: z.int(),
  /** The latest set. */
  setUp: z.nullable(SetUpSchema),
  /** Rounds done in all sets. */
  rounds: count,
  /** Share of the rounds' measured time in the band, 0–100. */
  inBandPct: z.nullable(share),
  /** The headline: time in the band during the hold, 0–100. Absent in sessions from before engine 8. */
  onTargetPct: z.optional(z.nullable(share)),
  /** Its small picture: the highest of each stretch of equal length, % of the reference from 0 to 255. */
  curve: z.instanceof(Uint8Array).check(z.refine(({ length }) => length <= LONGEST_CURVE)),
  notes: z
    .array(
      z.object({
        atS: seconds,
        text: words(LONGEST_NOTE, true),
        /** Who wrote it, where that was said. */
        by: z.optional(z.enum(['patient', 'therapist']))
      })
    )
    .check(z.maxLength(MOST_NOTES)),
  /** Made with the simulated sensor: it counts for nothing. */
  isSimulated: z.optional(z.boolean()),
  /** The answers before and after training; null where they were not asked. Sessions from before there were questions have none. */
  signs: z.optional(
    z.object({
      before: z.nullable(SignsSchema),
      after: z.nullable(SignsSchema),
      isCorrected: z.optional(z.boolean())
    })
  ),
  /** It was removed, and only these answers are left of it. */
  isRemoved: z.optional(z.literal(true))
});
export type SessionRecord = z.infer<typeof SessionSchema>;
export type Note = SessionRecord['notes'][number];

/** A stretch of a session's journal, packed. The key is [session, index]; the indices are consecutive, so that one that is gone is missed. */
export const ChunkSchema = z.object({
  session: z.uuid(),
  index: count,
  bytes: z.instanceof(Uint8Array),
  /** Entries of the journal before it, and in it. Absent in those from before they were counted. */
  before: z.optional(z.int().check(z.gte(0))),
  entries: z.optional(z.int().check(z.gte(0)))
});
export interface JournalChunk {
  readonly session: string;
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly before?: number | undefined;
  readonly entries?: number | undefined;
}
