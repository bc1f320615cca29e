import * as z from 'zod/mini';
import { QUALITIES } from '../signal/round-quality';
import { ScaleSchema, SetUpSchema } from './entry';

const figure = z.nullable(z.number());

/** What engine 5 tells of a round. What a later one adds may be absent, so that old figures stay readable, and is null then: not measured. */
const FiguresSchema = z.object({
  inBandPct: figure,
  inBandPctBySegment: z.array(figure),
  rmsePct: figure,
  signedErrorPct: figure,
  score: figure,
  nearTargetS: z.number(),
  holdMeanPct: figure,
  holdInBandPct: z._default(figure, null),
  holdCvPct: figure,
  holdCvDetrendedPct: figure,
  restMeanPct: figure,
  isSaturated: z.boolean(),
  measuredS: z.number(),
  reactionS: figure,
  riseRate: z.union([
    z.object({ valuePctPerS: z.number(), windowMs: z.number() }),
    z.object({ notMeasured: z.enum(['noise', 'slow-sampling', 'gap', 'no-onset', 'no-plateau']) })
  ]),
  riseTimeS: figure,
  releaseTimeS: figure,
  relaxation: z.nullable(z.object({ t90To10S: figure, peakFallPctPerS: figure, residualPct: figure })),
  zeroPct: z.number(),
  rateHz: z.number(),
  noisePct: z.number(),
  scale: ScaleSchema,
  tangent: z.nullable(
    z.object({
      requiredPct: z.number(),
      reached: z.union([
        z.object({ pct: z.number() }),
        z.object({ notMeasured: z.enum(['not-reached', 'not-measurable']) })
      ])
    })
  ),
  quality: z._default(z.nullable(z.enum(QUALITIES)), null)
});

const RoundSchema = z.object({
  type: z.literal('round'),
  atS: z.number(),
  round: z.int(),
  startS: z.number(),
  interruptions: z.int(),
  figures: FiguresSchema
});

/**
 * All figures of a session by one version of the engine. The key is [session, engineVersion]: figures that a later version works out stand
 * beside the ones that were seen, and replace none.
 */
export const ResultSchema = z.object({
  session: z.uuid(),
  engineVersion: z.int(),
  sets: z.array(
    z.object({ setUp: SetUpSchema, rmaxPctPerS: z.nullable(z.number()), rounds: z.array(RoundSchema) })
  )
});
export type ResultRecord = z.infer<typeof ResultSchema>;
