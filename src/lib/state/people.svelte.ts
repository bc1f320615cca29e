import { FIRST_PERSON } from '../storage/first-person';
import type { SensorIdentity } from '../storage/entry';
import type { Person } from '../storage/person';
import type { WorkerClient } from '../worker/client';
import { getLocale } from '../paraglide/runtime';
import { chooseLocale } from './locale';

const KEY = 'bodem.person';

/** What is remembered outside the archive, so that a page that shows no sessions need not start it. */
type Current = Pick<Person, 'id' | 'name'>;

/** The people who train on this device, and whose turn it is. */
export class People {
  /** Whose sessions are recorded and shown. */
  current = $state.raw<Current>(stored() ?? { id: FIRST_PERSON, name: '' });

  constructor(private readonly archive: () => WorkerClient['archive']) {}

  /** All of them; who has nothing filled in yet, too. */
  async all(): Promise<readonly Person[]> {
    const people = await this.archive().people();
    return people.some(({ id }) => id === this.current.id) ? people : [nobody(this.current.id), ...people];
  }

  /** It is somebody's turn. In another language the page opens anew. */
  choose({ id, name, locale }: Person): void {
    this.#remember({ id, name });
    if (locale !== null && locale !== getLocale()) chooseLocale(locale);
  }

  async save(person: Person): Promise<void> {
    await this.archive().savePerson(person);
    if (person.id === this.current.id) this.choose(person);
  }

  /** Removes a person with all that is hers. */
  async remove(id: string): Promise<void> {
    await this.archive().removePerson(id);
    if (id !== this.current.id) return;
    const [next] = await this.archive().people();
    this.choose(next ?? nobody(FIRST_PERSON));
  }

  /** She has trained with that sensor. */
  async used(sensor: SensorIdentity): Promise<void> {
    const { id } = this.current;
    const person = (await this.archive().people()).find((each) => each.id === id) ?? nobody(id);
    await this.archive().savePerson({ ...person, sensor });
  }

  #remember({ id, name }: Current): void {
    this.current = { id, name };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.current));
    } catch {
      // A browser that stores nothing has one person, and no sessions.
    }
  }
}

/** Somebody of whom nothing is known. */
export function nobody(id: string): Person {
  return { id, name: '', birth: null, sensor: null, locale: null };
}

function stored(): Current | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    const { id, name } = (value ?? {}) as Partial<Record<keyof Current, unknown>>;
    return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
  } catch {
    return null;
  }
}
