import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dayAt } from '../../../src/lib/plan/calendar';
import { answeredWith, NOT_ASKED, SIGNS, type Sign, type Signs } from '../../../src/lib/plan/signs';
import { hadSign, isStrain, lastingSigns, NO_SYMPTOMS, symptomsOf } from '../../../src/lib/plan/symptoms';
import { OPEN, session, told } from './courses';

/** Newest first, at 9, 8, 7. */
const answered = (...signs: Signs[]) => signs.map((each, i) => session(9 - i, [], each));

describe.each(SIGNS)('%s', (sign) => {
  it('is a sign, told before or after', () => {
    expect(hadSign(session(1, [], told([sign])))).toBe(true);
    expect(hadSign(session(1, [], told([], [sign])))).toBe(true);
  });

  it('is told in a session of which nothing else was asked', () => {
    expect(hadSign(session(1, [], told(null, [sign])))).toBe(true);
  });
});

it.each([[told(null)], [told([])], [told([], [])], [told(null, [])]])('is no sign: %j', (none) => {
  expect(hadSign(session(1, [], none))).toBe(false);
});

it('calls doming and heaviness a strain, and neither pain nor loss of urine', () => {
  expect(SIGNS.filter(isStrain)).toEqual(['doming', 'heaviness']);
});

describe('pain', () => {
  it.each<[string, Signs[], number | null]>([
    ['never asked', [told(null), told(null)], null],
    ['no session', [], null],
    ['before', [told(['pain'])], 9],
    ['after', [told([], ['pain'])], 9],
    ['before, and none after', [told(['pain'], [])], 9],
    ['none', [told([], [])], null],
    ['another sign', [told(['doming', 'urine', 'heaviness'])], null],
    ['with another sign', [told(['doming', 'pain'])], 9],
    ['earlier, and none since', [told([]), told(['pain'])], null],
    ['earlier, and none told after', [told(null, []), told(['pain'])], null],
    ['earlier, and another sign since', [told(['urine']), told(['pain'])], null],
    ['earlier, and not asked since', [told(null), told(['pain'])], 8],
    ['earlier, and again', [told(['pain']), told([]), told(['pain'])], 9],
    ['long before', [told(null), told(null), told([], ['pain'])], 7]
  ])('%s', (_, signs, atMs) => {
    expect(symptomsOf(answered(...signs), OPEN).pain?.atMs ?? null).toBe(atMs);
  });
});

describe.each<Sign>(['doming', 'heaviness'])('%s', (sign) => {
  it.each<[string, Signs[], number | null, boolean]>([
    ['before', [told([sign])], 9, false],
    ['after', [told([], [sign])], 9, false],
    ['before, and none after', [told([sign], [])], 9, false],
    ['with pain', [told(['pain', sign])], 9, false],
    ['earlier, and a check without it since', [told([]), told([sign])], null, false],
    ['earlier, and a check after without it', [told(null, []), told([sign])], null, false],
    ['earlier, and pain since', [told(['pain']), told([sign])], null, false],
    ['earlier, and loss of urine since', [told(['urine']), told([sign])], null, false],
    ['earlier, and not asked since', [told(null), told([sign])], 8, false],
    ['twice in a row', [told([sign]), told([], [sign])], 9, true],
    ['twice in a row, and not asked between', [told([sign]), told(null), told([sign])], 9, true],
    ['twice in a row, and not asked since', [told(null), told([sign]), told([sign])], 8, true],
    ['twice, and a check without it between', [told([sign]), told([]), told([sign])], 9, false],
    ['twice in a row, and a check without it since', [told([]), told([sign]), told([sign])], null, true],
    ['twice in one session', [told([sign], [sign])], 9, false],
    ['three times', [told([sign]), told([sign]), told([sign])], 9, true]
  ])('%s: %j', (_, signs, atMs, isRepeated) => {
    const { strain, isRepeatedStrain } = symptomsOf(answered(...signs), OPEN);
    expect([strain?.atMs ?? null, isRepeatedStrain]).toEqual([atMs, isRepeated]);
  });
});

it('is looked at by the therapist once she gives her word after it, and again after the next two', () => {
  const twice = answered(told(['doming']), told(['doming']));
  const [second, first] = twice;
  if (!second || !first) throw new Error('There are two.');
  expect(symptomsOf(twice, OPEN, { atMs: second.startedAtMs }).isRepeatedStrain).toBe(false);
  expect(symptomsOf(twice, OPEN, { atMs: first.startedAtMs }).isRepeatedStrain).toBe(false);
  expect(symptomsOf(twice, OPEN, { atMs: first.startedAtMs - 1 }).isRepeatedStrain).toBe(true);
});

it('takes doming after heaviness for the second in a row', () => {
  expect(symptomsOf(answered(told(['doming']), told(['heaviness'])), OPEN).isRepeatedStrain).toBe(true);
});

it('knows nothing of somebody who was never asked', () => {
  expect(symptomsOf([], OPEN)).toEqual(NO_SYMPTOMS);
  expect(symptomsOf(answered(told(null)), OPEN)).toEqual(NO_SYMPTOMS);
});

describe('the day is over', () => {
  beforeAll(() => {
    vi.stubEnv('TZ', 'Europe/Amsterdam');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });
  const MORNING = Date.parse('2026-05-10T08:00+02:00');
  const FIRST_MS = Date.parse('2026-05-10T00:00+02:00');
  const at = (atMs: number, signs: Signs) => session(atMs, [], signs);

  it.each<[string, ReturnType<typeof session>[], boolean]>([
    ['after doming', [at(MORNING, told(['doming']))], true],
    ['after heaviness told at the end', [at(MORNING, told([], ['heaviness']))], true],
    ['at the first ms of it', [at(FIRST_MS, told(['doming']))], true],
    ['not by the last ms of the day before', [at(FIRST_MS - 1, told(['doming']))], false],
    ['not after pain', [at(MORNING, told(['pain']))], false],
    ['not after loss of urine', [at(MORNING, told([], ['urine']))], false],
    ['not after a check that named none', [at(MORNING, told([], []))], false],
    [
      'whatever a later check of that day says',
      [at(MORNING + 1, told([])), at(MORNING, told(['doming']))],
      true
    ],
    ['whatever was not asked since', [at(MORNING + 1, told(null)), at(MORNING, told(['doming']))], true]
  ])('%s', (_, sessions, is) => {
    expect(symptomsOf(sessions, '2026-05-10').isOverToday).toBe(is);
  });

  it('and the next one is not, but strength waits still', () => {
    const sessions = [at(MORNING, told(['doming']))];
    expect(dayAt(MORNING)).toBe('2026-05-10');
    expect(symptomsOf(sessions, '2026-05-11')).toEqual({ ...NO_SYMPTOMS, strain: { atMs: MORNING } });
  });
});

describe('the advice', () => {
  it.each<[string, Signs[], Sign[]]>([
    ['is none where nobody was asked', [told(null)], []],
    ['is about what was named, each once', [told(['pain'], ['urine', 'pain'])], ['pain', 'urine']],
    ['stays while nobody is asked again', [told(null), told(['urine'])], ['urine']],
    ['is about the newest answers', [told(['urine']), told(['pain'])], ['urine']],
    ['goes with a check that names nothing', [told([]), told(['pain'])], []]
  ])('%s', (_, signs, named) => {
    expect(lastingSigns(answered(...signs))).toEqual(named);
  });

  it('stays after an answer without it whose date lies in the future', () => {
    const [wrong, right] = answered(told([]), told(['pain']));
    if (!wrong || !right) throw new Error('There are two.');
    expect(lastingSigns([{ ...wrong, dating: 'ahead' }, right])).toEqual(['pain']);
  });
});

it('counts the later answer to the same asking, and remembers that it was corrected', () => {
  const mistaken = answeredWith(NOT_ASKED, { when: 'before', signs: ['pain'] });
  expect(mistaken).toEqual(told(['pain']));
  const corrected = answeredWith(mistaken, { when: 'before', signs: [], corrects: true });
  expect(corrected).toEqual({ ...told([]), isCorrected: true });
  expect(answeredWith(corrected, { when: 'after', signs: ['urine'] })).toEqual({
    ...told([], ['urine']),
    isCorrected: true
  });
});
