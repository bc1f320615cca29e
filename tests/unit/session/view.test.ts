import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, reduce, type SessionView } from '../../../src/lib/session/view';
import type { Check } from '../../../src/lib/plan/signs';
import type { GuideStep } from '../../../src/lib/signal/calibration/guided';
import type { SessionEvent } from '../../../src/lib/session/pipeline';
import { FIGURES } from '../signal/figures';

const SENSOR = { driver: 'open-profile', name: 'Bodem 1' };
const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 2000, fallMs: 1000, restMs: 1000 },
  rounds: 2,
  bandPct: 10
};
const REST = { baseline: 1800, sd: 1, drift: 0, farthestTenth: 0, jump: 0 };
const UP = { polarity: 1, span: 500, scale: 'ref', rmaxPctPerS: null } as const;
const ATTEMPT = { startS: 10, polarity: 1, strength: 500, refused: null } as const;

const round = (number: number, atS: number): SessionEvent => ({
  type: 'round',
  atS,
  round: number,
  startS: atS - 5,
  interruptions: 0,
  figures: FIGURES
});

const check = (atS: number, when: Check['when'], signs: Check['signs']): SessionEvent => ({
  type: 'check',
  atS,
  check: { when, signs }
});

/** A session, and the stage that each event leads to. */
const STORY: readonly (readonly [SessionEvent, SessionView['stage']])[] = [
  [{ type: 'link', atS: 0, link: 'opened' }, 'untared'],
  [{ type: 'battery', atS: 0, pct: 80, volts: null }, 'untared'],
  [{ type: 'taring', atS: 1, windowS: 3 }, 'taring'],
  [{ type: 'tare-refused', atS: 4, reason: 'drifting' }, 'untared'],
  [{ type: 'taring', atS: 5, windowS: 3 }, 'taring'],
  [{ type: 'tared', atS: 8, rest: REST }, 'tared'],
  [{ type: 'calibrating', atS: 9, guided: null }, 'calibrating'],
  [{ type: 'attempt', atS: 12, attempt: ATTEMPT, accepted: 1 }, 'calibrating'],
  [{ type: 'attempt', atS: 15, attempt: { ...ATTEMPT, refused: 'weak' }, accepted: 1 }, 'calibrating'],
  [{ type: 'proposed', atS: 20, reference: UP, opposite: null }, 'proposed'],
  [{ type: 'referenced', atS: 21, reference: UP }, 'ready'],
  [{ type: 'set', atS: 22, setUp: SET_UP, rmaxPctPerS: null, span: 400 }, 'training'],
  [{ type: 'schedule', atS: 22, round: 1, startS: 25 }, 'training'],
  [round(1, 30), 'training'],
  [{ type: 'waiting', atS: 30, round: 2 }, 'training'],
  [{ type: 'schedule', atS: 31, round: 2, startS: null }, 'paused'],
  // Resumed before she has let go.
  [{ type: 'waiting', atS: 35, round: 2 }, 'training'],
  [{ type: 'schedule', atS: 36, round: 2, startS: null }, 'paused'],
  [{ type: 'schedule', atS: 40, round: 2, startS: 43 }, 'training'],
  [round(2, 48), 'training'],
  [{ type: 'set-end', atS: 48, complete: true }, 'set-over']
];

const after = (events: readonly SessionEvent[]) => events.reduce(reduce, EMPTY_VIEW);
const whole = after(STORY.map(([event]) => event));

describe('the view of a session', () => {
  it.each(STORY.map(([event, stage], i) => [event.type, stage, i] as const))(
    'is after %s at %s',
    (_, stage, i) => {
      const view = after(STORY.slice(0, i + 1).map(([event]) => event));
      expect(view.stage).toBe(stage);
      expect(view.atS).toBe(STORY[i]?.[0].atS);
    }
  );

  it('holds what the events brought', () => {
    expect(whole).toMatchObject({
      link: 'opened',
      battery: { pct: 80, volts: null },
      tareRefusal: null,
      rest: REST,
      reference: UP,
      setComplete: true
    });
    expect(whole.attempts).toHaveLength(2);
    expect(whole.rounds.map((each) => each.round)).toEqual([1, 2]);
    expect(whole.schedule?.momentAt(26).cue).toBe('hold');
    expect(whole.schedule?.momentAt(30.5)).toEqual({ cue: 'waiting', round: 2, leftS: 0 });
    expect(whole.schedule?.momentAt(34).cue).toBe('paused');
    expect(whole.schedule?.momentAt(43.5).round).toBe(2);
  });

  it('is ready again after a second tare, and begins a second set with no rounds', () => {
    const again = reduce(whole, { type: 'tared', atS: 60, rest: { ...REST, baseline: 1810 } });
    expect(again).toMatchObject({ stage: 'ready', rest: { baseline: 1810 } });
    const second = reduce(again, { type: 'set', atS: 61, setUp: SET_UP, rmaxPctPerS: null, span: 400 });
    expect(second.rounds).toEqual([]);
    expect(second.setComplete).toBe(false);
    expect(second.schedule?.momentAt(26).cue).toBe('paused');
  });

  it('forgets 100 % and earlier attempts when it is calibrated again', () => {
    expect(reduce(whole, { type: 'calibrating', atS: 70, guided: null })).toMatchObject({
      stage: 'calibrating',
      attempts: [],
      proposal: null,
      reference: null
    });
  });

  it('is guided from the first step to the result, and shows what was tried and what was said of it', () => {
    const step = (atS: number, name: GuideStep, untilS: number | null, attempt = 1): SessionEvent => ({
      type: 'guide',
      atS,
      step: name,
      untilS,
      attempt
    });
    const story: SessionEvent[] = [
      { type: 'calibrating', atS: 1, guided: 'mvc' },
      step(1, 'settle', 11),
      step(11, 'listen', null),
      { type: 'taring', atS: 11, windowS: 10 },
      { type: 'tared', atS: 21, rest: REST },
      step(21, 'practice', null),
      { type: 'practised', atS: 24, attempt: ATTEMPT },
      { type: 'proposed', atS: 28, reference: UP, opposite: null },
      step(28, 'confirm', null),
      step(30, 'rest', 35),
      step(35, 'squeeze', 40),
      { type: 'attempt', atS: 44, attempt: ATTEMPT, accepted: 1 },
      { type: 'objected', atS: 46, index: 0, objection: 'breath' }
    ];
    for (let i = 1; i <= story.length; i++) expect(after(story.slice(0, i)).stage).toBe('guided');
    const view = after(story);
    expect(view.guide).toEqual({ scale: 'mvc', step: 'squeeze', fromS: 35, untilS: 40, attempt: 1 });
    expect(view.practised).toEqual([ATTEMPT]);
    expect(view.attempts).toEqual([{ ...ATTEMPT, refused: 'breath' }]);
    expect(reduce(view, { type: 'referenced', atS: 50, reference: UP })).toMatchObject({
      stage: 'ready',
      guide: null
    });
    expect(reduce(view, { type: 'tare-refused', atS: 50, reason: 'gap' })).toMatchObject({
      stage: 'untared',
      guide: null,
      tareRefusal: 'gap'
    });
    expect(reduce(view, { type: 'cancelled', atS: 50, reference: UP })).toMatchObject({
      stage: 'ready',
      guide: null,
      attempts: []
    });
    expect(reduce(view, { type: 'cancelled', atS: 50, reference: null }).stage).toBe('tared');
    expect(reduce(whole, { type: 'referred', atS: 60, reference: UP })).toMatchObject({
      stage: 'untared',
      rest: null,
      reference: UP
    });
  });

  it('adds up gaps and faults of each kind', () => {
    const fault = (name: 'lost' | 'late', count: number, atS: number): SessionEvent => ({
      type: 'fault',
      atS,
      fault: name,
      count
    });
    const view = after([
      fault('lost', 2, 1),
      fault('late', 1, 2),
      fault('lost', 3, 3),
      { type: 'gap', atS: 5, fromS: 4 },
      { type: 'sensor', atS: 5, sensor: SENSOR, features: null as never }
    ]);
    expect(view.faults).toEqual({ ...EMPTY_VIEW.faults, lost: 5, late: 1 });
    expect([...view.faultsAtS]).toEqual([1, 2, 3]);
    expect([...view.gaps]).toEqual([{ fromS: 4, toS: 5 }]);
    expect(view.sensor).toEqual(SENSOR);
  });

  it('keeps the marks by when they began', () => {
    const view = after([
      { type: 'mark', atS: 5, mark: 'pulse', fromS: 4.7 },
      { type: 'mark', atS: 9, mark: 'posture', fromS: 7, levelPct: 6 }
    ]);
    expect([...view.marks]).toEqual([
      { mark: 'pulse', atS: 4.7 },
      { mark: 'posture', atS: 7 }
    ]);
  });

  it('keeps where the zero has moved to, until it is measured anew', () => {
    const moved = after([{ type: 'zero', atS: 5, zeroPct: 1.5 }]);
    expect(moved.zeroPct).toBe(1.5);
    expect(reduce(moved, { type: 'tared', atS: 9, rest: REST }).zeroPct).toBe(0);
  });

  it('keeps what was answered before and after, the latest answer each', () => {
    expect(EMPTY_VIEW.signs).toEqual({ before: null, after: null });
    const story: readonly (readonly [SessionEvent, SessionView['signs']])[] = [
      [check(1, 'before', []), { before: [], after: null }],
      [check(2, 'before', ['pain']), { before: ['pain'], after: null }],
      [round(1, 5), { before: ['pain'], after: null }],
      [check(9, 'after', ['urine', 'doming']), { before: ['pain'], after: ['urine', 'doming'] }],
      [check(10, 'after', []), { before: ['pain'], after: [] }]
    ];
    for (let i = 1; i <= story.length; i++) {
      expect(after(story.slice(0, i).map(([event]) => event)).signs).toEqual(story[i - 1]?.[1]);
    }
  });

  it('stays in its stage while questions are answered', () => {
    for (let i = 0; i < STORY.length; i++) {
      const view = after(STORY.slice(0, i + 1).map(([event]) => event));
      const { signs, ...rest } = reduce(view, check(view.atS, 'after', ['pain']));
      expect(signs.after).toEqual(['pain']);
      expect({ ...rest, signs: view.signs }).toEqual(view);
    }
  });

  it('leaves earlier views as they were', () => {
    expect(EMPTY_VIEW).toMatchObject({ stage: 'untared', rounds: [], faults: { lost: 0 } });
    expect(EMPTY_VIEW.gaps).toHaveLength(0);
  });
});
