import { describe, expect, it } from 'vitest';
import { Fold } from '../../../src/lib/session/fold';
import { Growing } from '../../../src/lib/session/growing';
import type { SessionEvent } from '../../../src/lib/session/pipeline';

describe('a list that grows', () => {
  it('leaves what it was as it was, and has two successors where there are two', () => {
    const one = Growing.empty<number>().with(1);
    const two = one.with(2);
    const other = one.with(3);
    expect([[...one], [...two], [...other]]).toEqual([[1], [1, 2], [1, 3]]);
    expect([two.at(0), two.at(-1), two.at(2), one.at(1), one.at(-2)]).toEqual([
      1,
      2,
      undefined,
      undefined,
      undefined
    ]);
    expect(Growing.empty().length).toBe(0);
  });
});

it('folding n losses copies no list of those before', () => {
  // Half an hour in which every fourth of 20 frames a second is lost: a loss and a gap, five times a second.
  const events = Array.from({ length: 9000 }, (_, i): SessionEvent[] => [
    { type: 'fault', atS: i / 5, fault: 'lost', count: 1 },
    { type: 'gap', atS: i / 5, fromS: i / 5 - 0.1 }
  ]).flat();
  const { slice } = Array.prototype;
  let copied = 0;
  Array.prototype.slice = function (this: unknown[], ...ends) {
    copied += this.length;
    return slice.apply(this, ends) as unknown[];
  };
  try {
    const fold = new Fold(() => events);
    const { gaps, faults } = fold.at(Infinity);
    expect(copied).toBe(0);
    expect([gaps.length, faults.lost]).toEqual([9000, 9000]);
    // Going back to the middle and on again copies the two lists once.
    fold.at(900);
    fold.at(Infinity);
    expect(copied).toBeLessThanOrEqual(2 * 9000);
    expect(copied).toBeGreaterThan(0);
  } finally {
    Array.prototype.slice = slice;
  }
});
