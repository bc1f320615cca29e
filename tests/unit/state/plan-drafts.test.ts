import { expect, it } from 'vitest';
import { planDrafts } from '../../../src/lib/state/plan-drafts';

it('are named after whose turn it is, and not after who it was guessed to be', async () => {
  let settle: () => void = () => undefined;
  const people = {
    current: { id: 'an', name: 'An' },
    settled: new Promise<void>((resolve) => (settle = resolve))
  };
  const naming = planDrafts(people);
  await Promise.resolve();
  people.current = { id: 'bea', name: 'Bea' };
  settle();
  expect(await naming).toEqual({ person: 'bea', plan: 'plan bea', setting: 'setting bea' });
});
