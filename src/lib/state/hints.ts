import type { Hints } from '../storage/device';

/**
 * What the browser's small storage remembers of the database: enough for the first picture, and to notice that the database was emptied. It
 * decides nothing. `calibrated` was written by earlier versions.
 */
const KEYS = {
  person: 'bodem.person',
  planned: 'bodem.planned',
  kept: 'bodem.kept',
  calibrated: 'bodem.calibrated'
} as const;

/** Whose turn it is. */
export interface Current {
  readonly id: string;
  readonly name: string;
}

export interface Remembered extends Pick<Hints, 'isPlanned' | 'hadData'> {
  readonly current: Current | null;
}

export function readHints(): Remembered {
  const isPlanned = read(KEYS.planned) !== null;
  const hadData = isPlanned || read(KEYS.kept) !== null || read(KEYS.calibrated) !== null;
  return { current: currentOf(read(KEYS.person)), isPlanned, hadData };
}

export function keepHints({ current, isPlanned, hadData }: Remembered): void {
  write(KEYS.person, current && JSON.stringify({ id: current.id, name: current.name }));
  write(KEYS.planned, isPlanned ? '1' : null);
  write(KEYS.kept, hadData ? '1' : null);
  write(KEYS.calibrated, null);
}

function currentOf(text: string | null): Current | null {
  try {
    const { id, name } = (JSON.parse(text ?? 'null') ?? {}) as Partial<Record<keyof Current, unknown>>;
    return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
  } catch {
    return null;
  }
}

/** Some browsers refuse even to be asked; what they do not keep is no loss. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}
