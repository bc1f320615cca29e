import type { People } from './people.svelte';

/** Whose plan it is, and under which names its two forms keep what is half filled in. */
export interface PlanDrafts {
  readonly person: string;
  readonly plan: string;
  readonly setting: string;
}

/** Of whose turn it is, once that is known: a name made of a guess would file one person's answers about her health under another's. */
export async function planDrafts(people: Pick<People, 'settled' | 'current'>): Promise<PlanDrafts> {
  await people.settled;
  const { id } = people.current;
  return { person: id, plan: `plan ${id}`, setting: `setting ${id}` };
}
