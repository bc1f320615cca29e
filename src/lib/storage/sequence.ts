/** The stores whose records have a place in the order of recording. */
const SEQUENCED = ['sessions', 'prescriptions', 'calibrations'] as const;

interface Keys {
  openKeyCursor(
    range: IDBKeyRange,
    direction: 'prev'
  ): Promise<{ readonly key: readonly [string, number] } | null>;
}
interface Stores {
  objectStore(name: (typeof SEQUENCED)[number]): { index(name: 'recorded'): Keys };
}

/**
 * The place of what is recorded next of that person: one more than the largest. Asked and used within one transaction, two windows never
 * give the same one.
 */
export async function nextSequence(tx: Stores, person: string): Promise<number> {
  const hers = IDBKeyRange.bound([person, -Infinity], [person, Infinity]);
  const last = SEQUENCED.map(async (name) => {
    const cursor = await tx.objectStore(name).index('recorded').openKeyCursor(hers, 'prev');
    return cursor?.key[1] ?? 0;
  });
  return 1 + Math.max(...(await Promise.all(last)));
}

interface Moment {
  readonly person: string;
  readonly atMs: number;
}

/** The place of each moment among all of one person, from 1 on, by their dates; between two of them it is that of the one before. */
export function placesByDate(all: readonly Moment[]): (person: string, atMs: number) => number {
  const moments = new Map<string, Set<number>>();
  for (const { person, atMs } of all) moments.set(person, (moments.get(person) ?? new Set()).add(atMs));
  return (person, atMs) => Array.from(moments.get(person) ?? []).filter((each) => each <= atMs).length;
}
