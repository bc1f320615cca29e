import { describe, expect, it } from 'vitest';
import type { Setting } from '../../../src/lib/plan/prescription';
import { proposalOf } from '../../../src/lib/plan/progression';
import { SIGNS } from '../../../src/lib/plan/signs';
import type { Situation } from '../../../src/lib/plan/situation';
import type { TrainedSession } from '../../../src/lib/plan/trained';
import {
  birth,
  courseOf,
  free,
  later,
  NONE,
  of,
  OPEN,
  other,
  prescribed,
  pregnant,
  setOf,
  setting,
  setUpOf,
  surgery,
  told,
  trained
} from './courses';

describe('a sign', () => {
  it.each(SIGNS.flatMap((sign) => [[sign, told([sign])] as const, [sign, told([], [sign])] as const]))(
    '%s, answered as %j, goes back',
    (_, signs) => {
      const course = courseOf(prescribed(setting(6)), [later(1, [setOf('ggggg')], signs)]);
      expect(proposalOf(course, OPEN)).toEqual({ cause: 'sign', to: setting(5) });
    }
  );

  it.each<[Setting, Situation, Setting]>([
    [setting(7, { tangentPct: 60 }), of(birth()), setting(5)],
    [setting(6, { forcePct: 70, holdS: 9 }), of(birth()), setting(5)],
    [setting(5, { holdS: 9, forcePct: 30 }), of(birth()), setting(5, { holdS: 9, forcePct: 25 })],
    [setting(5, { holdS: 4, forcePct: 10 }), of(birth()), setting(5, { holdS: 3, forcePct: 10 })],
    [setting(5), of(birth()), setting(5, { forcePct: 10 })],
    [setting(5, { forcePct: 10 }), of(birth()), free(4)],
    [free(4), of(birth()), free(4)],
    [setting(7), of(surgery(), { agreed: ['start', 'coordination'] }), setting(5)],
    [setting(3, { forcePct: 70 }), of(pregnant), setting(2)],
    [setting(2), of(pregnant), setting(2, { forcePct: 35 })],
    [setting(2, { forcePct: 20, holdS: 1 }), of(pregnant), free(1)],
    [free(1), of(pregnant), free(1)],
    [setting(7), of(other), setting(2)],
    [setting(3), of(other), setting(2)],
    [setting(2), of(other), setting(2, { forcePct: 35 })]
  ])('with %j: %j', (now, situation, to) => {
    const course = courseOf(prescribed(now), [later(1, [], told(['pain']))], { situation });
    expect(proposalOf(course, OPEN)).toEqual({ cause: 'sign', to });
  });

  it('matters in the newest session, from when the setting was prescribed', () => {
    const propose = (...sessions: TrainedSession[]) =>
      proposalOf(courseOf(prescribed(setting(5)), sessions), OPEN);
    const pained = told([], ['urine']);
    expect(propose(later(0, [], pained))?.cause).toBe('sign');
    expect(propose(later(-1, [], pained))).toBeNull();
    expect(propose(later(2, [], NONE), later(1, [], pained))).toBeNull();
  });

  it('comes before all that went well or badly', () => {
    const sets = (rounds: string) => [setOf(rounds, setUpOf(6))];
    const [newest, ...rest] = trained(6, {}, 'ggggg', 'ggggg', 'ggggg');
    const good = newest ? [{ ...newest, signs: told([], ['doming']) }, ...rest] : [];
    for (const sessions of [
      good,
      [later(1, sets('gwff'), told(['heaviness']))],
      [later(1, sets('ssss'), told(['heaviness']))]
    ]) {
      expect(proposalOf(courseOf(prescribed(setting(6)), sessions), OPEN)?.cause).toBe('sign');
    }
  });
});
