import { FIRST_PERSON } from '../storage/first-person';
import type { Person } from '../storage/person';
import type { WorkerClient } from '../worker/client';

const KEY = 'bodem.person';

/** The people who train on this device, and whose turn it is. */
export class People {
  /** Whose sessions are recorded and shown. */
  current = $state.raw(stored() ?? FIRST_PERSON);

  constructor(private readonly archive: () => WorkerClient['archive']) {}

  /** All of them; who has nothing filled in yet, too. */
  async all(): Promise<readonly Person[]> {
    const people = await this.archive().people();
    return people.some(({ id }) => id === this.current) ? people : [nobody(this.current), ...people];
  }

  /** It is somebody's turn. */
  choose(id: string): void {
    this.current = id;
    try {
      localStorage.setItem(KEY, id);
    } catch {
      // A browser that stores nothing has one person, and no sessions.
    }
  }

  async save(person: Person): Promise<void> {
    await this.archive().savePerson(person);
  }

  /** Removes a person with all that is hers. */
  async remove(id: string): Promise<void> {
    await this.archive().removePerson(id);
    if (id !== this.current) return;
    const [next] = await this.archive().people();
    this.choose(next?.id ?? FIRST_PERSON);
  }
}

export function nobody(id: string): Person {
  return { id, name: '', birth: null, sensor: null, locale: null };
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
