import type { StoreKey } from 'idb';
import type { BodemSchema, Database } from './database';
import { whole } from './whole';

export type Guarded =
  'people' | 'plans' | 'prescriptions' | 'sessions' | 'calibrations' | 'results' | 'chunks';

/** What was found damaged: taken out of the way, never thrown away but with the person that it belongs to. */
export interface Quarantined {
  readonly from: Guarded;
  readonly key: IDBValidKey;
  /** Absent in those from before it was kept. */
  readonly reason?: 'damaged' | 'too-large';
  /** As it was found. */
  readonly value: unknown;
}

/** Moves a record there, in one step. Where there is no room for it, it stays where it was. */
export async function quarantine(
  database: Database,
  from: Guarded,
  key: StoreKey<BodemSchema, Guarded>,
  reason: NonNullable<Quarantined['reason']>
): Promise<void> {
  const moved = whole(database, [from, 'quarantine'], 'strict', async (tx) => {
    const value: unknown = await tx.objectStore(from).get(key);
    await tx.objectStore('quarantine').add({ from, key, reason, value });
    await tx.objectStore(from).delete(key);
  });
  await moved.catch(() => undefined);
}
