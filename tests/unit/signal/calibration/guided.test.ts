import { describe, expect, it } from 'vitest';
import type { SignalEvent } from '../../../../src/lib/signal/event';
import { guidedSession, told, type Actor } from './guided-session';

const steps = (events: readonly SignalEvent[]) =>
  told(events, 'guide').map(({ step, atS, untilS, attempt }) => ({ step, atS, untilS, attempt }));
const refusals = (actor: Actor) =>
  told(guidedSession(actor), 'attempt').map(({ attempt }) => attempt.refused);
const acceptResult = (event: SignalEvent) =>
  event.type === 'guide' && event.step === 'result' ? ({ do: 'accept', polarity: 1 } as const) : null;

describe('the guided calibration', () => {
  it('settles, listens, practises, and asks for three attempts of 5 s with 30 s of rest between them', () => {
    const events = guidedSession({ heights: [0.9, 1, 0.95] });
    // At 100 Hz every step may be a sample late, and the tare needs one sample behind its window.
    const near = (s: number) => expect.closeTo(s, 1) as number;
    const asked = steps(events).filter(({ step, attempt }, i, all) => {
      const before = all[i - 1];
      return before?.step !== step || before.attempt === attempt;
    });
    expect(asked.slice(0, 4)).toEqual([
      { step: 'settle', atS: 0.99, untilS: 10.99, attempt: 1 },
      { step: 'listen', atS: near(11), untilS: null, attempt: 1 },
      { step: 'practice', atS: near(21), untilS: null, attempt: 1 },
      // The second squeeze, from 26 s on, has fallen to a third by 28.33 s; 0.2 s make it certain.
      { step: 'confirm', atS: near(28.53), untilS: null, attempt: 1 }
    ]);
    const cues = asked.filter(({ step }) => step === 'squeeze').map(({ atS }) => atS);
    expect(cues).toHaveLength(3);
    expect((cues[1] ?? NaN) - (cues[0] ?? NaN)).toBeCloseTo(35, 1);
    expect((cues[2] ?? NaN) - (cues[1] ?? NaN)).toBeCloseTo(35, 1);
    // Judged when the rest behind it has been seen, 4 s after its end.
    expect(told(events, 'attempt').map(({ atS }, i) => atS - (cues[i] ?? NaN))).toEqual([
      near(9),
      near(9),
      near(9)
    ]);
    expect(asked.at(-1)?.step).toBe('result');
    expect(told(events, 'referenced')).toEqual([]);
  });

  it.each([1, -1] as const)(
    'finds 100 % in direction %s: the largest half second above the rest before it',
    (polarity) => {
      const events = guidedSession({ heights: [0.9, 1, 0.95], polarity, press: acceptResult });
      // An alternating noise of 1 has no mean over half a second; the median of the rest is one of its two numbers.
      const strengths = told(events, 'attempt').map(({ attempt }) => attempt.strength);
      [450, 500, 475].forEach((strength, i) => {
        expect(Math.abs((strengths[i] ?? NaN) - strength)).toBeLessThan(1.1);
      });
      const [referenced] = told(events, 'referenced');
      expect(referenced?.reference).toMatchObject({ polarity, scale: 'mvc', rmaxPctPerS: null });
      expect(referenced?.reference.span).toBe(strengths[1]);
    }
  );

  it('asks for a fourth where the best two differ by more than a tenth, and for no fifth', () => {
    expect(refusals({ heights: [1, 0.905, 0.8] })).toEqual([null, null, null]);
    expect(refusals({ heights: [1, 0.89, 0.8, 0.7] })).toEqual([null, null, null, null]);
  });

  it('takes the middle one of comfortable squeezes, however far apart they are', () => {
    const events = guidedSession({ heights: [0.5, 0.9, 0.6], scale: 'ref', press: acceptResult });
    expect(told(events, 'attempt')).toHaveLength(3);
    const reference = told(events, 'referenced')[0]?.reference;
    expect(reference?.scale).toBe('ref');
    expect(Math.abs((reference?.span ?? NaN) - 300)).toBeLessThan(1.1);
  });

  it.each<[string, Partial<Actor>]>([
    ['weak', { heights: [0.03, 1] }],
    // 3 % of the practised squeeze, 400, are 12 numbers. A sine of 25 has an SD of 17.7; a slope of 15 a second drifts by 30 in 2 s.
    ['restless', { disturb: (_, n, t) => (n < 1 && t > 30 ? 25 * Math.sin(12 * t) : 0) }],
    ['drift', { disturb: (s, n, t) => (n < 1 && t > 30 ? 15 * (t - 30) : n < 2 && s < 0.001 ? 75 : 0) }],
    ['shift', { disturb: (s, n) => (n === 1 && s > 6 ? 110 : n > 1 ? 110 : 0) }],
    ['gap', { isLost: (s, n) => n === 1 && s > 2 && s < 2.4 }],
    ['rail', { heights: [1.3, 0.9], range: { min: 0, max: 1600 } }],
    ['opposite', { heights: [-1, 1] }],
    ['short', { disturb: (s, n) => (n === 1 && s > 0.7 && s < 5.4 ? -495 : 0) }]
  ])('refuses an attempt that is %s, says why, and asks for another', (refusal, actor) => {
    const got = refusals({ heights: [1], ...actor });
    expect(got).toEqual([refusal, null, null, null]);
  });

  it('leaves an attempt out that somebody objects to, also once there was a result', () => {
    const object = (when: (event: SignalEvent) => boolean): Actor => ({
      heights: [1, 0.95, 0.93, 0.94],
      press: (event) => (when(event) ? { do: 'object', index: 0, objection: 'breath' } : null)
    });
    let done = false;
    for (const when of [
      (event: SignalEvent) => event.type === 'attempt' && event.accepted === 1 && event.attempt.startS < 40,
      (event: SignalEvent) => event.type === 'guide' && event.step === 'result' && !done && (done = true)
    ]) {
      const events = guidedSession(object(when));
      expect(told(events, 'objected')).toMatchObject([{ index: 0, objection: 'breath' }]);
      expect(told(events, 'attempt')).toHaveLength(4);
      const last = told(events, 'proposed').at(-1);
      expect(Math.abs((last?.reference.span ?? NaN) - 475)).toBeLessThan(1.1);
      expect(steps(events).at(-1)?.step).toBe('result');
    }
  });

  it('keeps an objection for the verdict of the attempt that it names, and takes it back', () => {
    // Attempt 2 is objected to in the 4 s in which its verdict is still to come; attempt 1 stays as it was.
    let said = false;
    const objecting = (isUndone: boolean) => {
      said = false;
      return guidedSession({
        heights: [1, 0.98, 0.96, 0.97],
        press: (event) => {
          if (event.type === 'guide' && event.step === 'rest' && event.attempt === 3 && !said) {
            said = true;
            return { do: 'object', index: 1, objection: 'breath' };
          }
          return isUndone && event.type === 'attempt' && event.attempt.refused === 'breath'
            ? { do: 'object', index: 1, objection: null }
            : null;
        }
      });
    };
    const kept = objecting(false);
    expect(told(kept, 'attempt').map(({ attempt }) => attempt.refused)).toEqual([null, 'breath', null, null]);
    const undone = objecting(true);
    expect(told(undone, 'objected').map(({ objection }) => objection)).toEqual(['breath', null]);
    expect(told(undone, 'attempt')).toHaveLength(3);
    expect(steps(undone).at(-1)?.step).toBe('result');
  });

  it('takes an objection back with the attempt that a pause gives up: it means no other', () => {
    let isSaid = false;
    let isPaused = false;
    const events = guidedSession({
      heights: [1, 0.98, 0.96, 0.97],
      press: (event) => {
        if (event.type === 'guide' && event.step === 'rest' && event.attempt === 2 && !isSaid) {
          isSaid = true;
          return { do: 'object', index: 0, objection: 'breath' };
        }
        if (event.type === 'objected' && !isPaused) {
          isPaused = true;
          return { do: 'pause' };
        }
        return event.type === 'guide' && event.step === 'paused' ? { do: 'resume' } : null;
      }
    });
    expect(told(events, 'objected').map(({ index, objection }) => [index, objection])).toEqual([
      [0, 'breath'],
      [0, null]
    ]);
    expect(told(events, 'attempt').map(({ attempt }) => attempt.refused)).toEqual([null, null, null]);
  });

  it('gives up after six, where too few could be accepted', () => {
    const events = guidedSession({ heights: [0.02] });
    expect(told(events, 'attempt')).toHaveLength(6);
    expect(steps(events).at(-1)?.step).toBe('failed');
    expect(told(events, 'proposed')).toHaveLength(1);
  });

  it('loses the attempt that a silence falls into and no other, and goes on behind 5 s', () => {
    // Ten seconds of silence from the third second of attempt 2 on.
    const events = guidedSession({ heights: [1], isLost: (s, n) => n === 2 && s > 3 && s < 13 });
    expect(told(events, 'attempt').map(({ attempt }) => attempt.refused)).toEqual([null, 'gap', null, null]);
    const cues = told(events, 'guide').filter(({ step }) => step === 'squeeze');
    // 30 s of rest count from the last sample that was seen.
    expect((cues[2]?.atS ?? NaN) - (cues[1]?.atS ?? NaN)).toBeCloseTo(33, 1);
    expect(steps(events).at(-1)?.step).toBe('result');
  });

  it('stands still in a pause, and drops the attempt that was under way', () => {
    let pauses = 0;
    const events = guidedSession({
      heights: [1],
      press: (event) =>
        event.type === 'guide' && event.step === 'squeeze' && event.attempt === 2 && pauses++ === 0
          ? { do: 'pause' }
          : event.type === 'guide' && event.step === 'paused'
            ? { do: 'resume' }
            : null
    });
    expect(told(events, 'attempt').map(({ attempt }) => attempt.refused)).toEqual([null, null, null]);
    expect(told(events, 'guide').filter(({ step }) => step === 'squeeze')).toHaveLength(4);
  });

  it('gives back what was 100 % before when it is given up', () => {
    const events = guidedSession({
      heights: [1],
      untilS: 200,
      press: (event) => {
        if (event.type === 'guide' && event.step === 'result') return { do: 'accept', polarity: 1 };
        if (event.type === 'referenced') return { do: 'guide', scale: 'ref', restS: 30 };
        if (event.type === 'guide' && event.step === 'listen' && event.atS > 100) return { do: 'cancel' };
        return null;
      }
    });
    const [reference] = told(events, 'referenced');
    expect(told(events, 'cancelled')).toMatchObject([{ reference: reference?.reference }]);
  });

  it('is over where rest is refused', () => {
    const events = guidedSession({ heights: [1], disturb: (_s, _n, t) => (t < 25 ? 3 * t : 75), untilS: 60 });
    expect(told(events, 'tare-refused')).toMatchObject([{ reason: 'drifting' }]);
    expect(steps(events).at(-1)?.step).toBe('listen');
  });

  it('gives back what was 100 % before also where rest is refused', () => {
    const events = guidedSession({
      heights: [1],
      untilS: 180,
      // After the first calibration, at some 116 s, rest drifts.
      disturb: (_s, _n, t) => (t > 120 ? 3 * (t - 120) : 0),
      press: (event) => {
        if (event.type === 'guide' && event.step === 'result') return { do: 'accept', polarity: 1 };
        return event.type === 'referenced' ? { do: 'guide', scale: 'ref', restS: 30 } : null;
      }
    });
    const [referenced] = told(events, 'referenced');
    const ended = events.filter(({ type }) => type === 'cancelled' || type === 'tare-refused');
    expect(ended).toMatchObject([
      { type: 'cancelled', reference: referenced?.reference },
      { type: 'tare-refused', reason: 'drifting' }
    ]);
  });

  it('refuses a restless rest as soon as the practised squeezes are a measure of it, and not after all attempts', () => {
    // σ is 1.4826 · 14/√2 = 14.7 numbers: 3 % of the practised 400 are 12.
    const events = guidedSession({ heights: [1], disturb: (_s, _n, t) => 14 * Math.sin(50 * t), untilS: 60 });
    expect(told(events, 'tare-refused')).toMatchObject([{ reason: 'faint' }]);
    expect(steps(events).at(-1)?.step).toBe('confirm');
    expect(told(events, 'attempt')).toEqual([]);
  });

  it('does the same in rows of any rate from 20 Hz on', () => {
    for (const rateHz of [20, 50, 200]) {
      const events = guidedSession({ heights: [0.9, 1, 0.95], rateHz, untilS: 130 });
      const strengths = told(events, 'attempt').map(({ attempt }) => attempt.strength);
      [450, 500, 475].forEach((strength, i) => {
        expect(Math.abs((strengths[i] ?? NaN) - strength)).toBeLessThan(1.1);
      });
    }
  });
});
