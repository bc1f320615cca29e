import type { Person } from './person';

/** Who trains on this device as long as nobody has said who: nothing has to be filled in before the first squeeze. */
export const FIRST_PERSON = '00000000-0000-4000-8000-000000000001';

/** Somebody of whom nothing is known. */
export function nobody(id: string): Person {
  return { id, name: '', birth: null, sensor: null, locale: null };
}
