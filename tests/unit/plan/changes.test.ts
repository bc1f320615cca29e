import { describe, expect, it } from 'vitest';
import { changesBetween, lastTherapist, prescribedBy } from '../../../src/lib/plan/changes';
import { free, prescribed, setting, wordAt } from './courses';

describe('what changed', () => {
  it('is every number, the old and the new one', () => {
    const from = prescribed(setting(6, { forcePct: 50, holdS: 5, restS: 4, rounds: 10, bandPct: 10 }));
    const to = prescribed(setting(6, { forcePct: 55, holdS: 6, restS: 6, rounds: 8, bandPct: 15 }), {
      perDay: 2
    });
    expect(changesBetween(from, to)).toEqual([
      { of: 'forcePct', from: 50, to: 55 },
      { of: 'bandPct', from: 10, to: 15 },
      { of: 'holdMs', from: 5000, to: 6000 },
      { of: 'restMs', from: 4000, to: 6000 },
      { of: 'rounds', from: 10, to: 8 },
      { of: 'perDay', from: null, to: 2 }
    ]);
    expect(changesBetween(to, to)).toEqual([]);
  });

  it('is the step, the ramps and the tangent too', () => {
    // Step 6: 30;50;30;40 at 50 %, ten rounds at most. Step 7: 30;30;30;40 at 70 %, five rounds, a tangent of 20 %.
    expect(changesBetween(prescribed(setting(6)), prescribed(setting(7)))).toEqual([
      { of: 'step', from: 6, to: 7 },
      { of: 'forcePct', from: 50, to: 70 },
      { of: 'holdMs', from: 5000, to: 3000 },
      { of: 'rounds', from: 10, to: 5 },
      { of: 'tangentPct', from: null, to: 20 }
    ]);
    expect(changesBetween(prescribed(free(4)), prescribed(setting(5))).map(({ of }) => of)).toEqual([
      'step',
      'forcePct',
      'bandPct',
      'riseMs',
      'holdMs',
      'fallMs',
      'restMs',
      'rounds'
    ]);
  });
});

describe('the therapist of what is trained now', () => {
  const hers = prescribed(setting(6), { therapist: 'T.' });

  it.each([
    ['prescribed it', [hers], 'T.'],
    ['prescribed it, and it was kept since', [prescribed(setting(6), { reason: 'kept' }), hers], 'T.'],
    ['prescribed something else before', [prescribed(setting(5)), hers], null],
    ['opened the step', [prescribed(setting(6), { override: wordAt(1) })], 'T.'],
    [
      'opened the step, with the same numbers kept since',
      [
        prescribed(setting(6), { reason: 'kept', sequence: 3, override: { ...wordAt(1), sequence: 2 } }),
        prescribed(setting(6), { sequence: 2, override: { ...wordAt(1), sequence: 2 } })
      ],
      'T.'
    ],
    [
      'opened the step, whose numbers are her own by now',
      [
        prescribed(setting(6, { forcePct: 45 }), { sequence: 3, override: { ...wordAt(1), sequence: 2 } }),
        prescribed(setting(6), { sequence: 2, override: { ...wordAt(1), sequence: 2 } })
      ],
      null
    ],
    ['was never there', [prescribed(setting(6))], null],
    ['has prescribed nothing', [], null]
  ] as const)('is who %s', (_, prescriptions, name) => {
    expect(prescribedBy(prescriptions)).toBe(name);
  });

  it('is remembered with her role, whatever was chosen since', () => {
    const opened = prescribed(setting(6), { therapist: 'T.', override: wordAt(1) });
    expect(lastTherapist([prescribed(setting(5)), opened])).toEqual({ name: 'T.', role: 'physiotherapist' });
    expect(lastTherapist([prescribed(setting(5), { therapist: 'Els' }), opened])).toEqual({
      name: 'Els',
      role: null
    });
    expect(lastTherapist([prescribed(setting(5))])).toBeNull();
  });
});
