import * as z from 'zod/mini';
import { QUALITIES } from '../signal/round-quality';
import { amount, count, seconds } from './bounds';
import { ScaleSchema, SetUpSchema } from './entry';

const figure = z.nullable(amount);

const RiseRateSchema = z.union([
  z.object({ valuePctPerS: amount, windowMs: amount }),
  z.object({ notMeasured: z.enum(['noise', 'slow-sampling', 'gap', 'no-onset', 'no-plateau', 'clipped']) })
]);

/** What engine 5 tells of a round. What a later one adds may be absent, so that old figures stay readable, and is null then: not measured. */
const FiguresSchema = z.object({
  inBandPct: figure,
  inBandPctBySegment: z.array(figure),
  rmsePct: figure,
  signedErrorPct: figure,
  score: figure,
  nearTargetS: amount,
  holdMeanPct: figure,
  holdInBandPct: z._default(figure, null),
  holdCvPct: figure,
  holdCvDetrendedPct: figure,
  restMeanPct: figure,
  isSaturated: z.boolean(),
  measuredS: amount,
  reactionS: figure,
  riseRate: RiseRateSchema,
  riseTimeS: figure,
  releaseTimeS: figure,
  relaxation: z.nullable(z.object({ t90To10S: figure, peakFallPctPerS: figure, residualPct: figure })),
  zeroPct: amount,
  rateHz: amount,
  noisePct: amount,
  scale: ScaleSchema,
  tangent: z.nullable(
    z.object({
      requiredPct: amount,
      reached: z.union([
        z.object({ pct: amount }),
        z.object({ notMeasured: z.enum(['not-reached', 'not-measurable']) })
      ])
    })
  ),
  quality: z._default(z.nullable(z.enum(QUALITIES)), null),
  holdBestPct: z._default(figure, null),
  onTargetPct: z._default(figure, null)
});

const RoundSchema = z.object({
  type: z.literal('round'),
  atS: seconds,
  round: count,
  startS: seconds,
  interruptions: count,
  figures: FiguresSchema
});

/** A series of quick squeezes outside the sets, and what its % are of (docs/signal.md, 19). */
const QuickSeriesSchema = z.object({
  scale: ScaleSchema,
  count,
  ratePerMin: amount,
  compared: count,
  decrementPct: figure,
  squeezes: z.array(
    z.object({
      startS: seconds,
      onsetS: z.nullable(seconds),
      endS: seconds,
      peakPct: figure,
      timeToPeakS: figure,
      durationS: figure,
      impulsePctS: figure,
      riseRate: RiseRateSchema,
      peakFallPctPerS: figure,
      isSaturated: z.boolean()
    })
  )
});

/**
 * All figures of a session by one version of the engine. The key is [session, engineVersion]: figures that a later version works out stand
 * beside the ones that were seen, and replace none.
 */
export const ResultSchema = z.object({
  session: z.uuid(),
  engineVersion: z.int(),
  sets: z.array(
    z.object({
      setUp: SetUpSchema,
      rmaxPctPerS: z.nullable(amount),
      /** 100 % in sensor numbers; null in results of engines before 8. */
      span: z._default(figure, null),
      rounds: z.array(RoundSchema)
    })
  ),
  /** The longest hold outside a set, s: as long as the person could, and not as long as a pattern asked. Null where there was none. */
  freeHoldS: z._default(figure, null),
  /** None in results of engines before 11. */
  quickSeries: z._default(z.array(QuickSeriesSchema), [])
});
export type ResultRecord = z.infer<typeof ResultSchema>;
