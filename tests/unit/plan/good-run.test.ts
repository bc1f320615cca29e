import { describe, expect, it } from 'vitest';
import { proposalOf } from '../../../src/lib/plan/progression';
import type { TrainedSession } from '../../../src/lib/plan/trained';
import { courseOf, later, NONE, OPEN, prescribed, setOf, setting, setUpOf, trained } from './courses';

const MORE = { cause: 'good', to: setting(6, { forcePct: 55 }) };

describe('three good sessions in a row', () => {
  const propose = (...sets: readonly string[]) =>
    proposalOf(courseOf(prescribed(setting(6)), trained(6, {}, ...sets)), OPEN);

  it.each<[string, string[], boolean]>([
    ['none', [], false],
    ['two', ['ggggg', 'ggggg'], false],
    ['three', ['ggggg', 'ggggg', 'ggggg'], true],
    ['four', ['ggggg', 'ggggg', 'ggggg', 'ggggg'], true],
    ['three behind one that was not', ['gfgff', 'ggggg', 'ggggg', 'ggggg'], true],
    ['not in a row', ['ggggg', 'ggggg', 'gfgfg', 'ggggg'], false],
    ['three before one that was not', ['ggggg', 'ggggg', 'ggggg', 'gfgfg'], false],
    ['of four rounds each', ['gggg', 'gggg', 'gggg'], true],
    ['one of three rounds', ['gggg', 'ggg', 'gggg'], false],
    ['four rounds before fatigue', ['ggggww', 'ggggww', 'ggggww'], true],
    ['one with three before fatigue', ['ggggww', 'gggww', 'ggggww'], false],
    ['one with three before fatigue, and more behind it', ['ggggg', 'gggwwgggggg', 'ggggg'], false],
    ['one too strong of five', ['ggggs', 'ggggg', 'gsggg'], true],
    ['two too strong of five', ['ggggg', 'sgsgg', 'ggggg'], false],
    ['one not done of five', ['ggggn', 'ggggg', 'ggggg'], true],
    ['two not done of five', ['ggggg', 'gnngg', 'ggggg'], false],
    ['four of five good', ['ggggf', 'ggggw', 'gfggg'], true],
    ['three of four good', ['ggggg', 'gggf', 'ggggg'], false],
    ['eight of ten good', ['ggggggggff', 'gggggggwfg', 'ffgggggggg'], true],
    ['seven of nine good', ['ggggg', 'gggggggff', 'ggggg'], false],
    ['four of five good before fatigue', ['ggggfww', 'ggggg', 'ggggg'], true]
  ])('%s: %j', (_, sets, is) => {
    expect(propose(...sets)).toEqual(is ? MORE : null);
  });

  /** Of a hundred rounds so many good, or relaxed. */
  const hundred = (count: number, yes: string, no: string) => `${yes.repeat(count)}${no.repeat(100 - count)}`;
  const inSets = (rounds: string, rests: string) =>
    [0, 25, 50, 75].map((at) => setOf(rounds.slice(at, at + 25), setUpOf(6), rests.slice(at, at + 25)));

  it.each([
    [80, 100, true],
    [79, 100, false],
    [100, 80, true],
    [100, 79, false],
    [80, 80, true]
  ])('of 100 rounds in four sets %d good and %d relaxed: %j', (goods, relaxed, is) => {
    const sets = inSets(hundred(goods, 'g', 'f'), hundred(relaxed, 'r', 't'));
    const sessions = [3, 2, 1].map((n) => later(n, sets));
    expect(proposalOf(courseOf(prescribed(setting(6)), sessions), OPEN)).toEqual(is ? MORE : null);
  });

  it.each([
    ['rrrrr', true],
    ['rrrrt', true],
    ['rrrtt', false]
  ])('with rests that were %j: %j', (rests, is) => {
    const sessions = [3, 2, 1].map((n) => later(n, [setOf('ggggg', setUpOf(6), rests)]));
    expect(proposalOf(courseOf(prescribed(setting(6)), sessions), OPEN)).toEqual(is ? MORE : null);
  });

  it('look at the rests of the rounds that count', () => {
    const sessions = [3, 2, 1].map((n) => later(n, [setOf('ggggww', setUpOf(6), 'rrrrtt')]));
    expect(proposalOf(courseOf(prescribed(setting(6)), sessions), OPEN)).toEqual(MORE);
  });

  const set = setOf('ggggg', setUpOf(6));
  const strange = setOf('ggggg', setUpOf(6, { holdS: 6 }));
  it.each<[string, TrainedSession[], boolean]>([
    ['with one of another setting', [later(3, [set]), later(2, [strange]), later(1, [set])], false],
    [
      'beside one of another setting',
      [later(4, [set]), later(3, [strange]), later(2, [set]), later(1, [set])],
      true
    ],
    [
      'beside a bad one of another setting',
      [later(4, [setOf('wwwww', setUpOf(6, { forcePct: 90 }))]), ...[3, 2, 1].map((n) => later(n, [set]))],
      true
    ],
    ['with one that began with it', [later(2, [set]), later(1, [set]), later(0, [set])], true],
    ['with one from before it', [later(2, [set]), later(1, [set]), later(-1, [set])], false],
    ['beside one without a set', [later(4), ...[3, 2, 1].map((n) => later(n, [set]))], true],
    [
      'beside one whose set had no round',
      [later(4, [set]), later(3, [setOf('')]), later(2, [set]), later(1, [set])],
      true
    ],
    [
      'with one whose set had a single round',
      [later(4, [set]), later(3, [setOf('g')]), later(2, [set]), later(1, [set])],
      false
    ],
    ['with one whose set had no round', [later(3, [setOf('')]), later(2, [set]), later(1, [set])], false],
    ['after which none was told', [3, 2, 1].map((n) => later(n, [set], NONE)), true]
  ])('%s', (_, sessions, is) => {
    expect(proposalOf(courseOf(prescribed(setting(6)), sessions), OPEN)).toEqual(is ? MORE : null);
  });

  it('count anew from a no on', () => {
    const kept = prescribed(setting(6), { reason: 'kept', id: 'kept' });
    const sessions = (since: number) =>
      [4, 3, 2, 1].map((n) => ({ ...later(n, [set]), ...(n > 4 - since && { prescription: 'kept' }) }));
    expect(proposalOf(courseOf(kept, sessions(3)), OPEN)).toEqual(MORE);
    expect(proposalOf(courseOf(kept, sessions(2)), OPEN)).toBeNull();
  });

  it('count whatever the fatigue and the rounds of their sets', () => {
    const sessions = [5, 8, 10].map((rounds, i) =>
      later(3 - i, [setOf('ggggg', setUpOf(6, { rounds, fatigue: 'past' }))])
    );
    expect(proposalOf(courseOf(prescribed(setting(6)), sessions), OPEN)).toEqual(MORE);
  });

  it('are of four rounds, or of as many as were planned where those are fewer', () => {
    const of3 = (rounds: string) => setOf(rounds, setUpOf(6, { rounds: 3 }));
    const propose3 = (...rounds: string[]) =>
      proposalOf(
        courseOf(
          prescribed(setting(6)),
          rounds.map((each, i) => later(9 - i, [of3(each)]))
        ),
        OPEN
      );
    expect(propose3('ggg', 'ggg', 'ggg')).toEqual(MORE);
    expect(propose3('ggg', 'gg', 'ggg')).toBeNull();
  });
});

describe('three days', () => {
  const set = setOf('ggggg', setUpOf(6));
  /** Sessions on those days after it was prescribed, told the oldest first. */
  const propose = (...days: number[]) =>
    proposalOf(courseOf(prescribed(setting(6)), days.map((each) => later(each, [set])).reverse()), OPEN);
  const hour = 1 / 24;

  it.each<[string, number[], boolean]>([
    ['three sessions on three days', [1, 2, 3], true],
    ['three sessions on one day', [1, 1 + hour, 1 + 2 * hour], false],
    ['nine sessions on one day', Array.from({ length: 9 }, (_, i) => 1 + i * hour), false],
    ['three sessions on two days', [1, 2, 2 + hour], false],
    ['six sessions on two days', [1, 1 + hour, 1 + 2 * hour, 2, 2 + hour, 2 + 2 * hour], false],
    [
      'seven sessions, the last on a third day',
      [1, 1 + hour, 1 + 2 * hour, 2, 2 + hour, 2 + 2 * hour, 3],
      true
    ],
    [
      'nine sessions over three days',
      [1, 1 + hour, 1 + 2 * hour, 2, 2 + hour, 2 + 2 * hour, 3, 3 + hour, 3 + 2 * hour],
      true
    ],
    ['days that do not follow each other', [1, 5, 12], true]
  ])('are needed for a raise: %s', (_, days, is) => {
    expect(propose(...days)).toEqual(is ? MORE : null);
  });

  it('count only behind the last session that was not good', () => {
    const fair = later(2 + hour, [setOf('gfgfg', setUpOf(6))]);
    const good = (days: number) => later(days, [set]);
    const course = (...sessions: TrainedSession[]) => courseOf(prescribed(setting(6)), sessions);
    expect(proposalOf(course(good(4), good(3), fair, good(2), good(1)), OPEN)).toBeNull();
    expect(proposalOf(course(good(5), good(4), good(3), fair, good(2)), OPEN)).toEqual(MORE);
  });
});

describe('after a raise', () => {
  const raisedToday = prescribed(setting(5, { holdS: 2 }), { reason: 'advance' });
  /** Days after that of the raise; the sessions of a day follow each other within it. */
  const propose = (...days: readonly number[]) => {
    const sessions = days.map((day, i) => later(day + i / 1000, [setOf('ggggg', setUpOf(5, { holdS: 2 }))]));
    return proposalOf(courseOf(raisedToday, sessions.toReversed()), OPEN);
  };

  it('its own day does not count again: three days must follow it', () => {
    expect(propose(0, 1, 2)).toBeNull();
    expect(propose(0, 0, 1, 1, 2, 2)).toBeNull();
    expect(propose(1, 2, 3)?.to).toEqual(setting(5, { holdS: 3 }));
  });
});
