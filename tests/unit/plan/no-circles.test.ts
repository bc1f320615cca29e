import { describe, expect, it } from 'vitest';
import { lowered, softened } from '../../../src/lib/plan/ladder';
import { proposalOf } from '../../../src/lib/plan/progression';
import {
  birth,
  courseOf,
  later,
  of,
  OPEN,
  prescribed,
  setOf,
  setting,
  setUpOf,
  told,
  trained
} from './courses';

const LEAST = setting(5, { forcePct: 10 });

describe('weakness', () => {
  const propose = (restS: number) => {
    const now = setting(5, { forcePct: 10, restS });
    const sets = trained(5, { forcePct: 10, restS, fatigue: 'past' }, 'gwww');
    return proposalOf(courseOf(prescribed(now), sets), OPEN);
  };

  it('at the least that there is to do leads to a longer rest, not to awareness', () => {
    expect(propose(4)).toEqual({ cause: 'hard', to: setting(5, { forcePct: 10, restS: 6 }) });
  });

  it('with the longest rest as well leads nowhere, until twelve such sessions lead to the therapist', () => {
    expect(propose(20)).toBeNull();
    const now = setting(5, { forcePct: 10, restS: 20 });
    const sets = Array.from({ length: 12 }, () => 'gwww');
    const weak = trained(5, { forcePct: 10, restS: 20, fatigue: 'past' }, ...sets);
    expect(proposalOf(courseOf(prescribed(now), weak), OPEN)).toEqual({ cause: 'stuck', to: now });
  });
});

describe('a pain that lasts some days', () => {
  const pain = [later(1, [], told(['pain']))];

  it('steps back once, from the setting that was trained before', () => {
    const now = setting(5, { holdS: 4 });
    expect(proposalOf(courseOf(prescribed(now, { reason: 'advance' }), pain), OPEN)).toEqual({
      cause: 'sign',
      to: setting(5, { holdS: 4, forcePct: 10 })
    });
  });

  it('does not step back again before the easier setting was trained', () => {
    expect(proposalOf(courseOf(prescribed(LEAST, { reason: 'back' }), pain), OPEN)).toBeNull();
    const after = [later(1, [setOf('gg', setUpOf(5, { forcePct: 10 }))], told([], ['pain']))];
    expect(proposalOf(courseOf(prescribed(LEAST, { reason: 'back' }), after), OPEN)?.cause).toBe('sign');
  });
});

describe('two sessions in a row of which half or more was not done', () => {
  const propose = (...sets: readonly string[]) =>
    proposalOf(courseOf(prescribed(setting(6)), trained(6, {}, ...sets)), OPEN);

  it.each([
    [['nn', 'nn'], true],
    [['gnn', 'nng'], true],
    [['nn'], false],
    [['nn', 'gg'], false],
    [['gn', 'gn'], true],
    [['ggn', 'ggn'], false]
  ] as const)('%j lead to measuring again: %s', (sets, is) => {
    expect(propose(...sets)).toEqual(is ? { cause: 'unseen', to: setting(6) } : null);
  });
});

describe('a step back in step 7', () => {
  const situation = of(birth());

  it('passes over tangents that the pattern itself asks for', () => {
    // 70 % in 3 s are 23.3 %/s, a third of 70 %/s: 40 is the least that shortens the ramp.
    expect(lowered(setting(7, { tangentPct: 50 }), situation, 70)).toEqual(setting(7, { tangentPct: 40 }));
    expect(lowered(setting(7, { tangentPct: 40 }), situation, 70)).toEqual(setting(6, { forcePct: 70 }));
  });

  it('for who never reached the band leads to less force', () => {
    expect(softened(setting(7, { tangentPct: 50 }), situation)).toEqual(setting(6, { forcePct: 65 }));
  });
});
