import type { IDBPTransaction, StoreNames } from 'idb';
import { AppError } from '../errors';
import type { BodemSchema, Database } from './database';

/**
 * Does some work on stores in one step, whole or not at all: what throws on the way, and not only what the disk refuses, undoes it. In
 * it nothing may be waited for but the stores.
 */
export async function whole<Stores extends StoreNames<BodemSchema>[], Result>(
  database: Database,
  stores: Stores,
  durability: IDBTransactionDurability,
  work: (tx: IDBPTransaction<BodemSchema, Stores, 'readwrite'>) => Promise<Result>
): Promise<Result> {
  const tx = (await database.open()).transaction(stores, 'readwrite', { durability });
  try {
    const result = await work(tx);
    await tx.done;
    return result;
  } catch (error) {
    abort(tx);
    await tx.done.catch(() => undefined);
    // The disk's own reason, where it has one, says more than that the work was broken off.
    throw reasonOf(tx.error ?? error);
  }
}

function reasonOf(error: unknown): unknown {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? new AppError('storage_full', { cause: error }) : error;
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It is over already.
  }
}
