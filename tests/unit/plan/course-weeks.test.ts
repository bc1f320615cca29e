import { describe, expect, it } from 'vitest';
import { excessOf, isAllowed } from '../../../src/lib/plan/load';
import { asksStrength } from '../../../src/lib/plan/steps';
import {
  simulateCourse,
  simulateCourses,
  type SimulatedCourse,
  type SimulatedSession
} from './course-simulation';
import { KINDS, type Kind } from './simulated-person';

const COURSES = simulateCourses();
const ofKind = (kind: Kind) => COURSES.filter((course) => course.kind === kind);
const SESSIONS = COURSES.flatMap(({ kind, seed, sessions }) =>
  sessions.map((session) => ({ who: `${kind} ${seed}, day ${session.day}`, ...session }))
);
/** Who, of those sessions of which it is said. Nobody, if all is well. */
const whoOf = (is: (session: SimulatedSession) => boolean) => SESSIONS.filter(is).map(({ who }) => who);
const firstDay = ({ sessions }: SimulatedCourse, is: (session: SimulatedSession) => boolean) =>
  sessions.find(is)?.day ?? null;

it('are 200 courses, 40 of each kind, the same every time', () => {
  expect(COURSES).toHaveLength(200);
  for (const kind of KINDS) expect(ofKind(kind)).toHaveLength(40);
  for (const { kind, seed, sessions } of COURSES.slice(0, KINDS.length)) {
    expect(simulateCourse(kind, seed).sessions).toEqual(sessions);
    expect(sessions.length).toBeGreaterThan(20);
  }
});

describe('every set', () => {
  it('may begin that day', () => {
    expect(whoOf(({ set, scale, limits }) => set !== null && !isAllowed(set, scale, limits))).toEqual([]);
  });

  it('is within the limits of that day before anything is cut off', () => {
    expect(
      whoOf(({ asked, scale, limits }) => asked !== null && excessOf(asked, scale, limits).length > 0)
    ).toEqual([]);
  });

  it('asks for as little as its week does: 15 % in the first, 30 % and 9 s to the sixth, no tangent to the twelfth', () => {
    const isTooMuch = ({ day, set }: SimulatedSession) =>
      set !== null &&
      (set.forcePct > (day < 7 ? 15 : day < 42 ? 30 : 70) ||
        (day < 42 && set.pattern.holdMs > 9000) ||
        (day < 84 && (set.tangentPct ?? 0) > 0));
    expect(whoOf(isTooMuch)).toEqual([]);
  });

  it('that ends before fatigue has three to ten rounds, as every set of the first two weeks does', () => {
    const before = SESSIONS.filter(({ set }) => set?.fatigue === 'before');
    expect(before.length).toBeGreaterThan(500);
    for (const { plannedRounds } of before) {
      expect(plannedRounds).toBeGreaterThanOrEqual(3);
      expect(plannedRounds).toBeLessThanOrEqual(10);
    }
    expect(whoOf(({ day, set }) => day < 14 && set !== null && set.fatigue !== 'before')).toEqual([]);
  });

  it('of strength is trained from day 42 on, of coordination from week 12 on, on a maximum', () => {
    expect(whoOf(({ day, step }) => day < 42 && asksStrength(step))).toEqual([]);
    expect(whoOf(({ day, step, scale }) => step === 7 && (day < 84 || scale !== 'mvc'))).toEqual([]);
    expect(whoOf(({ day, scale }) => day < 42 && scale === 'mvc')).toEqual([]);
  });
});

describe('step 6', () => {
  it('never asks for more than 5 % more within a week', () => {
    for (const { kind, seed, sessions } of COURSES) {
      const strength = sessions.filter(({ step }) => step === 6);
      for (const [i, { day, forcePct }] of strength.entries()) {
        const week = strength.slice(i).filter((later) => later.day < day + 7);
        const most = Math.max(...week.map((later) => later.forcePct ?? 0));
        expect([kind, seed, day, most - (forcePct ?? 0) <= 5]).toEqual([kind, seed, day, true]);
      }
    }
  });

  it('is at 70 % no earlier than four weeks after it opened, and step 7 follows no earlier than week 12', () => {
    for (const course of COURSES) {
      const opened = firstDay(course, ({ step }) => step === 6) ?? Infinity;
      const full = firstDay(course, ({ step, forcePct }) => step === 6 && forcePct === 70) ?? Infinity;
      const coordination = firstDay(course, ({ step }) => step === 7) ?? Infinity;
      expect(opened).toBeGreaterThanOrEqual(42);
      expect(full).toBeGreaterThanOrEqual(42 + 28);
      expect(coordination).toBeGreaterThanOrEqual(84);
      if (coordination < Infinity) expect(full).toBeLessThan(coordination);
    }
  });
});

describe('the strong', () => {
  /** Of whom nothing but good was told before step 5 came to its longest hold. */
  const smooth = ofKind('strong').filter(({ sessions }) => {
    const until = sessions.findIndex(({ holdMs }) => holdMs === 9000);
    return until >= 0 && sessions.slice(0, until).every(({ cause }) => cause === null || cause === 'good');
  });

  it('hold ever longer in step 5: from 1 to 9 s in three to five weeks', () => {
    expect(smooth.length).toBeGreaterThanOrEqual(30);
    for (const course of smooth) {
      const days = (firstDay(course, ({ holdMs }) => holdMs === 9000) ?? 0) - (course.sessions[0]?.day ?? 0);
      expect(days).toBeGreaterThanOrEqual(21);
      expect(days).toBeLessThanOrEqual(35);
    }
  });

  it('are asked for more force only after that', () => {
    for (const { sessions } of smooth) {
      const until = sessions.findIndex(({ holdMs }) => holdMs === 9000);
      expect(sessions.slice(0, until).every(({ forcePct }) => forcePct === 15)).toBe(true);
    }
  });

  it('all come to 70 % by week 16, and most of them to step 7', () => {
    const reached = (is: (session: SimulatedSession) => boolean) =>
      ofKind('strong').filter((course) => course.sessions.some(is)).length;
    expect(reached(({ step, forcePct }) => step === 6 && forcePct === 70)).toBe(40);
    expect(reached(({ step }) => step === 7)).toBeGreaterThanOrEqual(30);
  });
});

describe('the weak', () => {
  it('are each told at some time that it is too hard, or that they do not get on', () => {
    for (const { seed, sessions } of ofKind('weak')) {
      const causes = sessions.map(({ cause }) => cause);
      expect([seed, causes.includes('hard') || causes.includes('stuck')]).toEqual([seed, true]);
    }
  });

  it('are never kept at three rounds for more than twelve sessions of one setting', () => {
    for (const { sessions } of ofKind('weak')) {
      let run = 0;
      for (const [i, { set, cause }] of sessions.entries()) {
        const [now, before] = [set, sessions[i - 1]?.set];
        const isSame = now?.forcePct === before?.forcePct && now?.pattern.holdMs === before?.pattern.holdMs;
        run = now?.fatigue === 'before' && now.rounds === 3 ? (isSame ? run + 1 : 1) : 0;
        expect(run).toBeLessThanOrEqual(12);
        if (cause !== null) run = 0;
      }
    }
  });
});

describe('the painful', () => {
  /** How much is asked for, to compare. */
  const loadOf = ({ step, forcePct, holdMs }: SimulatedSession) =>
    1000 * step + 10 * (forcePct ?? 0) + (holdMs ?? 0) / 1000;

  it('go down after each sign, and come back up', () => {
    let signs = 0;
    for (const { sessions } of ofKind('painful')) {
      for (const [i, session] of sessions.entries()) {
        const next = sessions[i + 1];
        if (session.cause !== 'sign' || !next) continue;
        signs++;
        if (session.step === 4) expect(next.step).toBe(4);
        else expect(loadOf(next)).toBeLessThan(loadOf(session));
        // Four weeks are time enough, unless the pain comes again.
        const after = sessions.slice(i + 1).filter(({ day }) => day <= next.day + 28);
        const isWhole = next.day + 28 <= 112 && after.every(({ hadSign }) => !hadSign);
        if (isWhole) expect(Math.max(...after.map(loadOf))).toBeGreaterThan(loadOf(next));
      }
    }
    expect(signs).toBeGreaterThan(50);
  });

  it('train strength again after it was taken away', () => {
    const again = ofKind('painful').filter(({ sessions }) => {
      const sign = sessions.findIndex(({ step, cause }) => step === 6 && cause === 'sign');
      return sign >= 0 && sessions.slice(sign + 1).some(({ step }) => step === 6);
    });
    expect(again.length).toBeGreaterThanOrEqual(10);
  });
});
