import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fold } from '../../../src/lib/session/fold';
import type { SessionEvent } from '../../../src/lib/session/pipeline';
import { EMPTY_VIEW, reduce } from '../../../src/lib/session/view';

/** Gaps are all kept by the view, so it tells which of them it has seen. Some come at the same moment. */
const events: readonly SessionEvent[] = Array.from({ length: 400 }, (_, i) => ({
  type: 'gap',
  atS: Math.floor(i / 3),
  fromS: i
}));
const expected = (seen: readonly SessionEvent[], s: number) =>
  seen.filter(({ atS }) => atS <= s).reduce(reduce, EMPTY_VIEW);

describe('what a session had come to', () => {
  it('is at any moment, in any order, what its events up to then make of it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 140 }), { maxLength: 12 }), (moments) => {
        const fold = new Fold(() => events);
        for (const s of moments) expect(fold.at(s)).toEqual(expected(events, s));
      })
    );
  });

  it('grows with its events', () => {
    let seen = events.slice(0, 70);
    const fold = new Fold(() => seen);
    expect(fold.at(Infinity).gaps).toHaveLength(70);
    seen = [...events];
    expect(fold.at(100)).toEqual(expected(events, 100));
    expect(fold.at(10)).toEqual(expected(events, 10));
    expect(fold.at(Infinity).gaps).toHaveLength(400);
  });
});
