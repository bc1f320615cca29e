import type { IDBPTransaction, StoreNames } from 'idb';
import type { BodemSchema, Database } from './database';

/**
 * Does some work on stores in one step, whole or not at all: what throws on the way, and not only what the disk refuses, undoes it. In
 * it nothing may be waited for but the stores.
 */
export async function whole<Stores extends StoreNames<BodemSchema>[]>(
  database: Database,
  stores: Stores,
  durability: IDBTransactionDurability,
  work: (tx: IDBPTransaction<BodemSchema, Stores, 'readwrite'>) => Promise<unknown>
): Promise<void> {
  const tx = (await database.open()).transaction(stores, 'readwrite', { durability });
  try {
    await work(tx);
  } catch (error) {
    abort(tx);
    // The disk's own reason, where it has one, says more than that the work was broken off.
    await tx.done.catch(() => undefined);
    throw tx.error ?? error;
  }
  await tx.done;
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It is over already.
  }
}
