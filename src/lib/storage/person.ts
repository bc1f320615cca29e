import * as z from 'zod/mini';
import { DELIVERIES } from '../plan/situation';
import { words } from './bounds';
import { SensorSchema } from './entry';
import { LONGEST_NAME } from './plain-text';

/** One of the people who train on this device. Nothing in it is needed to train. */
export const PersonSchema = z.object({
  id: z.uuid(),
  /** A name or initials; may be empty. */
  name: words(LONGEST_NAME),
  /** The youngest child, where that applies. */
  birth: z.nullable(
    z.object({
      /** As on a calendar, yyyy-mm-dd: a day has no time zone. */
      date: z.iso.date(),
      delivery: z.nullable(z.enum(DELIVERIES))
    })
  ),
  /** The one that was used last. */
  sensor: z.nullable(SensorSchema),
  /** Null: as the browser has it. */
  locale: z.nullable(z.enum(['en', 'nl']))
});
export type Person = z.infer<typeof PersonSchema>;
