import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JumpGuard } from '../../../src/lib/signal/jump-guard';

/** What comes out for what goes in, a second apart, with a range of 0–1000. */
function through(
  values: readonly number[],
  range = { min: 0, max: 1000 }
): { out: number[]; dropped: number } {
  const guard = new JumpGuard();
  guard.range = range;
  let dropped = 0;
  const out = values.flatMap((v, t) => {
    const { waiting } = guard;
    const verdict = guard.push(t, v);
    if (verdict === 'drop-waiting') dropped += 1;
    if (verdict === 'wait') return [];
    return verdict === 'pass-both' ? [waiting, v] : [v];
  });
  return { out, dropped };
}

describe('the frame guard', () => {
  it('leaves out a single sample that jumps by more than half of the range and returns', () => {
    expect(through([100, 110, 900, 120, 130])).toEqual({ out: [100, 110, 120, 130], dropped: 1 });
    expect(through([900, 890, 100, 880])).toEqual({ out: [900, 890, 880], dropped: 1 });
  });

  it('lets a jump pass that stays, with its first sample', () => {
    expect(through([100, 900, 910, 905])).toEqual({ out: [100, 900, 910, 905], dropped: 0 });
  });

  it('lets smaller jumps pass at once', () => {
    expect(through([100, 600, 100, 600])).toEqual({ out: [100, 600, 100, 600], dropped: 0 });
    expect(through([100, 601, 100])).toEqual({ out: [100, 100], dropped: 1 });
  });

  it('lets everything pass where the range has no end', () => {
    const values = [0, 1e9, 0];
    expect(through(values, { min: -Infinity, max: Infinity })).toEqual({ out: values, dropped: 0 });
  });

  it('neither invents nor reorders, and keeps all that is not counted but for one that waits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 100, size: 'max' }), (values) => {
        const { out, dropped } = through(values);
        let at = 0;
        for (const v of out) {
          at = values.indexOf(v, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
        expect(values.length - out.length - dropped).toBeGreaterThanOrEqual(0);
        expect(values.length - out.length - dropped).toBeLessThanOrEqual(1);
      })
    );
  });
});
