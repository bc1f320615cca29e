import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dated } from '../../../src/lib/plan/dating';
import { gatesFor } from '../../../src/lib/plan/gates';
import { allowedLoad, LOADS } from '../../../src/lib/plan/load';
import type { Prescription } from '../../../src/lib/plan/prescription';
import { decidingSigns, proposalOf, type Course } from '../../../src/lib/plan/progression';
import type { Signs } from '../../../src/lib/plan/signs';
import { symptomsOf } from '../../../src/lib/plan/symptoms';
import { timelineOf } from '../../../src/lib/plan/timeline';
import { momentsDone, type TrainedSession } from '../../../src/lib/plan/trained';
import { dayAt } from '../../../src/lib/plan/calendar';
import { birth, later, NONE, of, OPEN, prescribed, setOf, setting, told, wordAt } from './courses';

const HOUR_MS = 3_600_000;
/** At noon on a day on which every step is open by its date. */
const NOW_MS = Date.parse(`${OPEN}T12:00`);
const STRENGTH = prescribed(setting(6), { atMs: NOW_MS - 1000 * HOUR_MS, sequence: 1 });

/** Sessions in the order of recording, the oldest first, so many hours ago. */
function recorded(...all: readonly (readonly [hoursAgo: number, rounds: string, signs: Signs])[]) {
  return all
    .map(([hoursAgo, rounds, signs], i): TrainedSession => {
      const session = later(0, rounds === '' ? [] : [setOf(rounds)], signs);
      return { ...session, id: String(i), startedAtMs: NOW_MS - hoursAgo * HOUR_MS, sequence: 2 + i };
    })
    .reverse();
}

/** What the plan makes of it now. */
function courseOf(sessions: readonly TrainedSession[], prescriptions: readonly Prescription[] = [STRENGTH]) {
  const { prescription, ...timeline } = timelineOf({ sessions, prescriptions }, NOW_MS);
  if (!prescription) throw new Error('Something is prescribed.');
  const course: Course = { ...timeline, prescription, situation: of(birth()), rmaxPctPerS: null };
  const today = dayAt(NOW_MS);
  const symptoms = symptomsOf(course.sessions, today, course.seen);
  const gates = gatesFor(6, course.situation, symptoms, prescription, today).map(({ kind }) => kind);
  const limits = allowedLoad({ situation: course.situation, symptoms, prescription }, today);
  return { course, today, gates, limits, proposal: proposalOf(course, today) };
}

const PAIN = told(['pain']);
const DOMING = told(['doming']);

describe('pain told today', () => {
  it.each<[string, number]>([
    ['with the clock right', 24],
    ['after a session that was dated a day and a half ahead', -36],
    ['after one that was dated a year ahead', -365 * 24],
    ['after one that was dated a year back', 365 * 24]
  ])('closes strength %s', (_, hoursAgo) => {
    const { course, gates, limits, proposal } = courseOf(recorded([hoursAgo, 'ggggg', NONE], [1, '', PAIN]));
    expect(gates).toEqual(['pain']);
    expect(limits.most.forcePct).toBe(30);
    expect(proposal).toMatchObject({ cause: 'sign', to: { step: 5 } });
    // The sentence that says why names it.
    expect(decidingSigns(course)).toEqual(['pain']);
  });

  it('holds against an answer without it whose date lies in the future, though it was recorded later', () => {
    const sessions = recorded([1, '', PAIN], [-36, 'ggggg', NONE]);
    expect(courseOf(sessions).gates).toEqual(['pain']);
    expect(decidingSigns(courseOf(sessions).course)).toEqual(['pain']);
    // A later one that is dated rightly lifts it.
    expect(courseOf(recorded([1, '', PAIN], [-36, '', NONE], [0, '', NONE])).gates).toEqual([]);
  });

  it('is what counts where it is dated in the future itself', () => {
    expect(courseOf(recorded([2, '', NONE], [-36, '', PAIN])).gates).toEqual(['pain']);
    expect(courseOf(recorded([-36, '', PAIN], [1, '', NONE])).gates).toEqual([]);
  });

  it('counts as later than a word that was recorded before it, whatever the two are dated', () => {
    const word = { ...wordAt(NOW_MS + 100 * HOUR_MS), sequence: 1 };
    const opened = { ...STRENGTH, override: word };
    expect(courseOf(recorded([1, '', PAIN]), [opened]).gates).toEqual(['pain']);
    const afterIt = { ...opened, sequence: 3, override: { ...word, atMs: 0, sequence: 3 } };
    expect(courseOf(recorded([1, '', PAIN]), [afterIt]).gates).toEqual([]);
  });
});

describe('a strain dated in the future', () => {
  it('ends today, since nobody knows that it was another day', () => {
    expect(courseOf(recorded([2, '', NONE], [-36, '', DOMING])).gates).toEqual(['tomorrow', 'strain']);
  });

  it('ended the day of the session after it at the latest', () => {
    expect(courseOf(recorded([-36, '', DOMING], [30, '', NONE])).gates).toEqual([]);
    expect(courseOf(recorded([-36, '', DOMING], [1, '', NONE])).gates).toEqual(['tomorrow']);
  });

  it('is the second in a row, and a future answer without it between two does not part them', () => {
    expect(courseOf(recorded([40, '', DOMING], [-36, '', DOMING])).gates).toContain('see');
    expect(courseOf(recorded([60, '', DOMING], [-36, '', NONE], [30, '', DOMING])).gates).toContain('see');
  });
});

describe('a good run', () => {
  const days = (...hoursAgo: number[]) =>
    courseOf(recorded(...hoursAgo.map((hours) => [hours, 'ggggg', NONE] as const))).proposal?.cause ?? null;

  it.each<[string, number[], string | null]>([
    ['of three days', [49, 25, 1], 'good'],
    ['of two days', [25, 2, 1], null],
    ['of two days, and one in the future', [25, 1, -25], null],
    ['of three days, and one in the future', [49, 25, 1, -25], 'good'],
    // Recorded between yesterday and today, it cannot be of last week.
    ['of two days, and one dated before those before it', [25, 200, 1], null],
    ['of which one is dated after those after it', [49, 10, 25, 1], null]
  ])('%s: %j', (_, hoursAgo, cause) => {
    expect(days(...hoursAgo)).toBe(cause);
  });

  it('ends with a bad session, whatever that is dated', () => {
    const bad = (hoursAgo: number) =>
      courseOf(
        recorded([49, 'ggggg', NONE], [25, 'ggggg', NONE], [hoursAgo, 'fffff', NONE], [1, 'ggggg', NONE])
      ).proposal;
    for (const hoursAgo of [13, -36, 5000]) expect(bad(hoursAgo)).toBeNull();
  });

  it('waits a week after a raise that is dated in the future, from the session after it on', () => {
    const raised = { ...STRENGTH, atMs: NOW_MS + 36 * HOUR_MS, reason: 'advance' as const };
    const since = (...hoursAgo: number[]) =>
      courseOf(recorded(...hoursAgo.map((hours) => [hours, 'ggggg', NONE] as const)), [raised]).proposal;
    expect(since(49, 25, 1)).toBeNull();
    expect(since(200, 49, 25, 1)).toMatchObject({ cause: 'good' });
  });
});

it('counts no moment of today whose date lies in the future', () => {
  const moments = (hoursAgo: number) => {
    const { course, today } = courseOf(recorded([hoursAgo, 'gggggggggg', NONE]));
    return momentsDone(course.sessions, STRENGTH, today);
  };
  expect([moments(1), moments(-1), moments(25)]).toEqual([1, 0, 0]);
});

it('believes a date that a clock was corrected by some minutes after', () => {
  const sessions = recorded([1, '', NONE], [-0.1, '', NONE]);
  expect(dated(sessions, NOW_MS).map(({ dating }) => dating)).toEqual(['sure', 'sure']);
});

describe('whatever one session is dated', () => {
  const SIGNS = [NONE, NONE, PAIN, DOMING, told([], ['urine']), told(null, null)] as const;
  const days = fc.array(
    fc.record({ gapH: fc.integer({ min: 1, max: 40 }), signs: fc.constantFrom(...SIGNS) }),
    { minLength: 1, maxLength: 6 }
  );

  it('nothing opens, and no load rises, that the order of recording closed', () => {
    fc.assert(
      fc.property(days, fc.nat(), fc.integer({ min: -20_000, max: 20_000 }), (gaps, which, shiftH) => {
        const history = gaps.map(({ gapH, signs }, i): readonly [number, string, Signs] => {
          const since = gaps.slice(i + 1).reduce((sum, each) => sum + each.gapH, 0);
          return [since + (gapH % 7), 'ggggg', signs];
        });
        const right = courseOf(recorded(...history));
        const shifted = history.map((each, i): readonly [number, string, Signs] =>
          i === which % history.length ? [each[0] - shiftH, each[1], each[2]] : each
        );
        const wrong = courseOf(recorded(...shifted));
        // Which day it is that is over is the one thing that only a date says.
        const closed = right.gates.filter((kind) => kind !== 'tomorrow');
        expect(wrong.gates).toEqual(expect.arrayContaining(closed));
        const isOver = right.gates.includes('tomorrow');
        if (!isOver) {
          for (const load of LOADS)
            expect(wrong.limits.most[load]).toBeLessThanOrEqual(right.limits.most[load]);
        }
        const signs = decidingSigns(right.course);
        if (signs.length > 0) expect(wrong.proposal?.cause).toBe('sign');
      }),
      { numRuns: 300 }
    );
  });
});
