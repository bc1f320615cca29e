import { describe, expect, it } from 'vitest';
import { RecordedTrace } from '../../../src/lib/session/trace';
import { scaleOf, Underlay } from '../../../src/lib/state/underlay';
import { resultRecord } from '../storage/records';

/** A session whose rounds began at these times. */
function session(...startsS: readonly number[]) {
  const result = resultRecord('a', 5);
  const [set] = result.sets;
  const [round] = set?.rounds ?? [];
  if (!set || !round) throw new Error('There is one.');
  set.rounds = startsS.map((startS) => ({ ...round, startS }));
  return { result, trace: new RecordedTrace() };
}

describe('a session under another', () => {
  const under = new Underlay(session(10, 26, 42), session(30, 50));
  it.each([
    // Before the first round, and in it: its first round begins 20 s later than the one here.
    [0, 20],
    [10, 20],
    [25.9, 20],
    // The second: 50 − 26.
    [26, 24]
  ])('at %d s is %d s later', (nowS, laterS) => {
    expect(under.at(nowS)?.laterS).toBe(laterS);
  });

  it('is not there where it had no such round', () => {
    expect(under.at(42)).toBeNull();
    expect(new Underlay(session(), session(30)).at(0)).toBeNull();
  });

  it('is of one scale, told by its rounds', () => {
    expect(scaleOf(session(1).result)).toBe('mvc');
    expect(scaleOf(session().result)).toBeNull();
  });
});
