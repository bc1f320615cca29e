import * as z from 'zod/mini';
import { SIGNS, type Check } from '../plan/signs';
import type { Channel } from '../sensors/driver';
import type { Command } from '../signal/command';
import { FATIGUE_RULES } from '../signal/fatigue';
import { LIMITS, type Limit } from '../signal/limits';
import { GOALS } from '../signal/on-target';
import { count, riseRate, span, words } from './bounds';
import { LONGEST_NAME } from './plain-text';

/** The sensor that bytes come from, as known when the link was made. */
export interface SensorIdentity {
  /** Profile id of the driver. */
  readonly driver: string;
  /** Advertised name, for people; as on the box where the device has none. */
  readonly name: string;
  /** The browser's id of the device; absent where the browser keeps none, and in records of earlier versions. */
  readonly id?: string | undefined;
}

export type LinkEvent =
  /** The first link of a session. */
  | { readonly link: 'opened'; readonly sensor: SensorIdentity }
  | { readonly link: 'lost' }
  | { readonly link: 'restored' }
  /** Linked, but no frame came for a second; and frames again. */
  | { readonly link: 'stalled' }
  | { readonly link: 'flowing' }
  | { readonly link: 'closed' };

/**
 * One line of a session's journal: what came in, in order, with its arrival in ms since 1970. It is all that the worker ever
 * learns, so feeding it again gives the session again.
 */
export type Entry = { readonly atMs: number } & (
  | { readonly kind: 'packet'; readonly channel: Channel; readonly bytes: Uint8Array }
  | { readonly kind: 'link'; readonly event: LinkEvent }
  | { readonly kind: 'command'; readonly command: Command }
  /** What the person answered to the questions before or after training. */
  | { readonly kind: 'check'; readonly check: Check }
);

const whole = ({ min, max }: Limit, unit = 1) => z.int().check(z.gte(min * unit), z.lte(max * unit));
const ms = (seconds: Limit) => whole(seconds, 1000);

export const SetUpSchema = z.object({
  forcePct: whole(LIMITS.forcePct),
  pattern: z.object({
    riseMs: ms(LIMITS.riseS),
    holdMs: ms(LIMITS.holdS),
    fallMs: ms(LIMITS.fallS),
    restMs: ms(LIMITS.restS)
  }),
  rounds: whole(LIMITS.rounds),
  bandPct: whole(LIMITS.bandPct),
  tangentPct: z.optional(whole(LIMITS.tangentPct)),
  fatigue: z.optional(z.enum(FATIGUE_RULES)),
  goal: z.optional(z.enum(GOALS))
});

const PolaritySchema = z.union([z.literal(1), z.literal(-1)]);
export const ScaleSchema = z.enum(['mvc', 'ref']);

export const ReferenceSchema = z.object({
  polarity: PolaritySchema,
  span,
  scale: ScaleSchema,
  rmaxPctPerS: z.nullable(riseRate)
});

export const CommandSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('tare'), windowS: z.number().check(z.gte(1), z.lte(60)) }),
  z.object({ do: z.literal('calibrate') }),
  z.object({
    do: z.literal('guide'),
    scale: ScaleSchema,
    restS: z.number().check(z.gte(10), z.lte(300))
  }),
  z.object({ do: z.literal('confirm'), polarity: PolaritySchema }),
  z.object({ do: z.literal('practise') }),
  z.object({ do: z.literal('contrast') }),
  z.object({
    do: z.literal('object'),
    index: count,
    objection: z.nullable(z.enum(['breath', 'buttocks']))
  }),
  z.object({ do: z.literal('cancel') }),
  z.object({ do: z.literal('fast') }),
  z.object({ do: z.literal('refer'), reference: ReferenceSchema }),
  z.object({ do: z.literal('accept'), polarity: PolaritySchema }),
  z.object({ do: z.literal('start'), setUp: SetUpSchema, guarded: z.optional(z.literal(true)) }),
  z.object({ do: z.literal('pause') }),
  z.object({ do: z.literal('resume') }),
  z.object({ do: z.literal('stop') })
]);

export const SensorSchema = z.object({
  driver: z.string().check(z.maxLength(LONGEST_NAME)),
  name: words(LONGEST_NAME),
  id: z.optional(z.string().check(z.maxLength(LONGEST_NAME)))
});

export const LinkEventSchema = z.discriminatedUnion('link', [
  z.object({ link: z.literal('opened'), sensor: SensorSchema }),
  z.object({ link: z.literal('lost') }),
  z.object({ link: z.literal('restored') }),
  z.object({ link: z.literal('stalled') }),
  z.object({ link: z.literal('flowing') }),
  z.object({ link: z.literal('closed') })
]);

export const SignsSchema = z.array(z.enum(SIGNS));
export const CheckSchema = z.object({
  when: z.enum(['before', 'after']),
  signs: SignsSchema,
  corrects: z.optional(z.boolean())
});
