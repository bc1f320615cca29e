import { describe, expect, it } from 'vitest';
import { proposalOf } from '../../../src/lib/plan/progression';
import {
  courseOf,
  later,
  OPEN,
  PRESCRIBED_MS,
  prescribed,
  session,
  setOf,
  setting,
  setUpOf,
  trained
} from './courses';

describe('a session that was too hard', () => {
  const BACK = { cause: 'hard', to: setting(6, { forcePct: 55 }) };
  const now = { forcePct: 60 };
  const propose = (...sets: readonly string[]) =>
    proposalOf(courseOf(prescribed(setting(6, now)), trained(6, now, ...sets)), OPEN);

  it.each<[string, string, boolean]>([
    ['half of four good', 'ggww', false],
    ['one of four good', 'gwff', true],
    ['half of ten good', 'gggggwffff', false],
    ['four of ten good', 'ggggfwffff', true],
    ['one of three good', 'gwf', true],
    ['two of three good', 'ggw', false],
    ['none of two good', 'wf', false],
    // Weakness it has to be: with fair rounds alone nobody was too weak.
    ['none of four good, and none weak', 'ffff', false],
    ['one of four good, and none weak', 'gfff', false],
    ['one of ten good, one weak', 'gffffffffw', true],
    ['fewer than half good with fatigue', 'gfgfww', true],
    ['half good with fatigue', 'gggfww', false],
    ['two weak rounds and nothing else', 'ww', true],
    ['two weak rounds before good ones', 'wwggggg', false],
    ['fatigue in the second round', 'gww', true],
    ['fatigue in the third round', 'ggww', false],
    // Too strong, and not done, are no weakness: they count neither way.
    ['one good and many too strong', 'gsfsfsf', false],
    ['one of three good beside too strong ones', 'swsfsg', true],
    ['two of three good beside too strong ones', 'sgsgsw', false],
    ['one of two good beside too strong ones', 'swsgs', false],
    ['one good and many not done', 'gngn', false],
    ['two of three good beside one not done', 'ggnw', false],
    ['one of three good beside one not done', 'gnwf', true]
  ])('%s: %j', (_, rounds, is) => {
    expect(propose(rounds)).toEqual(is ? BACK : null);
  });

  it('is the newest of that setting', () => {
    expect(propose('gwff', 'ggff')).toBeNull();
    expect(propose('ggff', 'gwff')).toEqual(BACK);
    expect(propose('ggggg', 'ggggg', 'ggggg', 'gwff')).toEqual(BACK);
    const [hard] = trained(6, now, 'gwff');
    const beside = later(5, [setOf('ggggg', setUpOf(6))]);
    const sessions = hard ? [beside, hard] : [];
    expect(proposalOf(courseOf(prescribed(setting(6, now)), sessions), OPEN)).toEqual(BACK);
  });

  it('counts the rounds of all its sets', () => {
    const both = ['gg', 'wff'].map((rounds) => setOf(rounds, setUpOf(6, now)));
    expect(proposalOf(courseOf(prescribed(setting(6, now)), [later(1, both)]), OPEN)).toEqual(BACK);
    const tired = ['gggg', 'www'].map((rounds) => setOf(rounds, setUpOf(6, now)));
    // Four of seven are good.
    expect(proposalOf(courseOf(prescribed(setting(6, now)), [later(1, tired)]), OPEN)).toBeNull();
  });

  it('is judged by what was measured', () => {
    // Two good of four that were measured are half; two good of five would be less.
    const sets = [setOf('gg-wf', setUpOf(6, now))];
    expect(proposalOf(courseOf(prescribed(setting(6, now)), [later(1, sets)]), OPEN)).toBeNull();
  });

  it('before the setting was prescribed is past', () => {
    const sessions = [session(PRESCRIBED_MS - 1, [setOf('gwff', setUpOf(6, now))])];
    expect(proposalOf(courseOf(prescribed(setting(6, now)), sessions), OPEN)).toBeNull();
  });
});

describe('a session without letting go', () => {
  const propose = (rounds: string, rests: string, restS = 4) => {
    const sets = [setOf(rounds, setUpOf(6, { restS }), rests)];
    return proposalOf(courseOf(prescribed(setting(6, { restS })), [later(1, sets)]), OPEN);
  };

  it.each<[string, string, string, boolean]>([
    ['half of four', 'gggg', 'rrtt', false],
    ['three of four', 'gggg', 'rttt', true],
    ['two of three', 'ggg', 'rtt', true],
    ['two of two', 'gg', 'tt', false],
    ['behind fatigue too', 'ggww', 'rttt', true],
    ['half that is known', 'gggg', 'tt--', false],
    ['more than half', 'gggg', 'ttt-', true]
  ])('rests longer: %s of %j with rests %j', (_, rounds, rests, is) => {
    expect(propose(rounds, rests)).toEqual(is ? { cause: 'tense', to: setting(6, { restS: 6 }) } : null);
  });

  it('rests no longer than 20 s', () => {
    expect(propose('gggg', 'rttt', 19)).toEqual({ cause: 'tense', to: setting(6, { restS: 20 }) });
    expect(propose('gggg', 'rttt', 20)).toBeNull();
  });

  it('that was too hard is made easier first', () => {
    expect(propose('gwff', 'rttt')).toEqual({ cause: 'hard', to: setting(6, { forcePct: 45 }) });
  });
});
