import type { IDBPTransaction } from 'idb';
import type { BodemSchema, Database } from './database';
import { FIRST_PERSON } from './first-person';
import { plainText } from './plain-text';
import { whole } from './whole';

/** The key of the one record. */
export const DEVICE = 'device';

/** What holds for the whole device. */
export interface DeviceRecord {
  readonly id: typeof DEVICE;
  /** Whose turn it is. */
  readonly person: string;
  /** What was stored here is gone, and nobody has said yet how to go on. */
  readonly isLost: boolean;
}

/** What the browser's small storage says. It only makes the first picture quick, and shows that something is gone: the database decides. */
export interface Hints {
  readonly person: string | null;
  /** Somebody had a plan here. */
  readonly isPlanned: boolean;
  /** Something was stored here. */
  readonly hadData: boolean;
}

/** Whose turn it is, and what can be relied on. */
export interface Device {
  /** Null where several train here and nothing says whose turn it is. */
  readonly person: { readonly id: string; readonly name: string } | null;
  /** A plan of hers is stored, whether it can be read or not. */
  readonly hasPlan: boolean;
  readonly isLost: boolean;
  /** Nothing is stored of anybody. */
  readonly isEmpty: boolean;
}

const STORES = ['device', 'people', 'plans', 'prescriptions', 'sessions', 'quarantine'] as const;
type Reading = IDBPTransaction<BodemSchema, (typeof STORES)[number][], 'readwrite'>;

/** What the database says. Where it does not say whose turn it is yet, it is settled here, from then on. Throws storage_unavailable. */
export async function readDevice(database: Database, hints: Hints): Promise<Device> {
  return whole(database, [...STORES], 'strict', async (tx) => {
    const known = recordOf(await tx.objectStore('device').get(DEVICE));
    if (known) return told(tx, known);
    const owners = await ownersIn(tx);
    const isLost = await isGone(tx, hints, owners);
    const person = ownerOf(hints, owners);
    const record = { id: DEVICE, person: person ?? '', isLost } as const;
    // A first visit leaves nothing behind.
    if (isLost || (person !== null && owners.size > 0)) await tx.objectStore('device').put(record);
    return { ...(await told(tx, record)), isEmpty: owners.size === 0 };
  });
}

/** It is somebody's turn from now on, or what is gone is known to be gone. */
export async function changeDevice(
  database: Database,
  change: Partial<Pick<DeviceRecord, 'person' | 'isLost'>>
): Promise<void> {
  await whole(database, ['device'], 'strict', async (tx) => {
    const now = recordOf(await tx.objectStore('device').get(DEVICE));
    const record = { id: DEVICE, person: FIRST_PERSON, isLost: false, ...now, ...change } as const;
    await tx.objectStore('device').put(record);
  });
}

/** What somebody can be told of it. */
async function told(tx: Reading, { person, isLost }: DeviceRecord): Promise<Device> {
  const name: unknown = (await tx.objectStore('people').get(person))?.name;
  const isPlanned = (await tx.objectStore('plans').getKey(person)) !== undefined;
  return {
    person: person === '' ? null : { id: person, name: plainText(typeof name === 'string' ? name : '') },
    hasPlan: isPlanned || (await isSetAside(tx, person)),
    isLost,
    isEmpty: false
  };
}

/** Null where it is damaged. */
function recordOf(value: Partial<Record<keyof DeviceRecord, unknown>> | undefined): DeviceRecord | null {
  const { person, isLost } = value ?? {};
  return typeof person === 'string' ? { id: DEVICE, person, isLost: isLost === true } : null;
}

/** Who trained here last, from before the database knew it, or where its record is damaged; null where that cannot be said. */
function ownerOf({ person }: Hints, owners: ReadonlySet<string>): string | null {
  if (person !== null && owners.has(person)) return person;
  const [only = FIRST_PERSON] = owners;
  return owners.size > 1 ? null : only;
}

/** Whether the small storage remembers what the database does not. */
async function isGone(
  tx: Reading,
  { hadData, isPlanned }: Hints,
  owners: ReadonlySet<string>
): Promise<boolean> {
  const isAside = (await tx.objectStore('quarantine').count()) > 0;
  const prescribed = await tx.objectStore('prescriptions').count();
  const plans = await tx.objectStore('plans').count();
  return !isAside && ((hadData && owners.size === 0) || (isPlanned && plans === 0 && prescribed === 0));
}

/** Everybody of whom something is stored. */
async function ownersIn(tx: Reading): Promise<Set<string>> {
  const owners = new Set<string>(await tx.objectStore('people').getAllKeys());
  for (const key of await tx.objectStore('plans').getAllKeys()) owners.add(key);
  let cursor = await tx.objectStore('sessions').index('newest').openKeyCursor();
  while (cursor) {
    const [person] = cursor.key;
    owners.add(person);
    // An array sorts after every number, so this key skips to the next person. The key's type allows numbers only, hence the cast.
    cursor = await cursor.continue([person, []] as unknown as [string, number]);
  }
  return owners;
}

async function isSetAside(tx: Reading, person: string): Promise<boolean> {
  const aside = await tx.objectStore('quarantine').getAll();
  return aside.some(({ from, key }) => from === 'plans' && key === person);
}
