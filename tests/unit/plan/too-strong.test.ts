import { describe, expect, it } from 'vitest';
import type { Setting } from '../../../src/lib/plan/prescription';
import { proposalOf } from '../../../src/lib/plan/progression';
import { trainedRound } from '../../../src/lib/plan/trained';
import { birth, courseOf, later, of, OPEN, prescribed, setOf, setting, setUpOf, trained } from './courses';

const now = { forcePct: 60 };
const propose = (...sets: readonly string[]) =>
  proposalOf(courseOf(prescribed(setting(6, now)), trained(6, now, ...sets)), OPEN);

describe('two rounds in a row above the band', () => {
  const REMEASURE = { cause: 'strong', to: setting(6, now) };

  it.each<[string, string, boolean]>([
    ['two in a row', 'ss', true],
    ['two in a row among good ones', 'gssgg', true],
    ['all of them', 'sssss', true],
    ['one', 'sgggg', false],
    ['two with one between', 'sgsgg', false],
    ['two in a row, and weak ones', 'sswww', true]
  ])('ask to measure 100 %% anew, with the same setting: %s, %s', (_, rounds, is) => {
    expect(propose(rounds)).toEqual(is ? REMEASURE : null);
  });

  it.each([[setting(5, { forcePct: 30, holdS: 9 })], [setting(6, now)], [setting(7)]])(
    'never lower the force, however many sessions: %j',
    (prescription) => {
      for (const count of [1, 2, 12, 20]) {
        const { setUp } = prescription;
        const sessions = Array.from({ length: count }, (_, i) =>
          later(count - i, [setOf('ssssssssss', setUp ?? undefined)])
        );
        const proposal = proposalOf(courseOf(prescribed(prescription), sessions), OPEN);
        expect(proposal).toEqual({ cause: 'strong', to: prescription });
      }
    }
  );

  it('in two sets are not in a row', () => {
    const sets = ['ggs', 'sgg'].map((rounds) => setOf(rounds, setUpOf(6, now)));
    expect(proposalOf(courseOf(prescribed(setting(6, now)), [later(1, sets)]), OPEN)).toBeNull();
  });

  it('are of the newest session', () => {
    expect(propose('ssggg', 'ggfgf')).toBeNull();
  });

  it.each([
    [7, null],
    [8, { cause: 'hard', to: setting(6, { forcePct: 55 }) }]
  ])('may be what engine %d called weak: %j', (engine, proposal) => {
    const setUp = setUpOf(6, now);
    const figures = { restMeanPct: 1, zeroPct: 0, quality: 'weak' } as const;
    const rounds = Array.from({ length: 5 }, () => trainedRound(figures, setUp, engine));
    const sessions = [later(1, [{ setUp, scale: 'mvc', rounds }])];
    expect(proposalOf(courseOf(prescribed(setting(6, now)), sessions), OPEN)).toEqual(proposal);
  });
});

describe('two rounds in a row that did not come up to the band', () => {
  it.each<[string, string, boolean]>([
    ['two in a row', 'uu', true],
    ['two in a row among good ones', 'gguu', true],
    ['one', 'gugg', false],
    ['two with one between', 'ugug', false],
    ['two that came up to it', 'gffg', false],
    // Nobody did them, so they tell nothing of the force.
    ['two not done', 'ggnn', false],
    ['one that was not done between', 'gunu', false]
  ])('ask for less force: %s, %s', (_, rounds, is) => {
    expect(propose(rounds)).toEqual(is ? { cause: 'unreached', to: setting(6, { forcePct: 55 }) } : null);
  });

  it.each<[Setting, Setting]>([
    [setting(6, { forcePct: 70, holdS: 9 }), setting(6, { forcePct: 65, holdS: 9 })],
    [setting(6), setting(6, { forcePct: 45 })],
    [setting(6, { forcePct: 30 }), setting(5, { holdS: 5, forcePct: 30 })],
    [setting(5, { holdS: 4 }), setting(5, { holdS: 4, forcePct: 10 })]
  ])('ask for it before a shorter hold: %j', (prescription, to) => {
    const sessions = [later(1, [setOf('uuuu', prescription.setUp ?? undefined)])];
    expect(proposalOf(courseOf(prescribed(prescription), sessions), OPEN)).toEqual({
      cause: 'unreached',
      to
    });
  });
});

it('too strong comes before too hard, that before unreached, and that before too tense', () => {
  const cause = (rounds: string) =>
    proposalOf(
      courseOf(prescribed(setting(6, now)), [later(1, [setOf(rounds, setUpOf(6, now), 'ttttttttt')])], {
        situation: of(birth())
      }),
      OPEN
    )?.cause;
  expect(cause('ssuuwwf')).toBe('strong');
  expect(cause('uuwwf')).toBe('hard');
  expect(cause('uugg')).toBe('unreached');
  expect(cause('ffgg')).toBe('tense');
});
