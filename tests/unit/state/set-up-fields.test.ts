import { expect, it } from 'vitest';
import { fieldsOf, readFields, toSetUp } from '../../../src/lib/state/set-up-fields';

const FIELDS = {
  forcePct: 40,
  riseS: 4,
  holdS: 0.3,
  fallS: 4.1,
  restS: 6,
  rounds: 3,
  bandPct: 10,
  tangentPct: 0
};
const HELD = { ...FIELDS, holdS: 2 };

it('takes seconds: 3 is 3 s, and 0.3 s only where that was typed', () => {
  expect(toSetUp({ ...FIELDS, holdS: 3 }).pattern.holdMs).toBe(3000);
  expect(toSetUp(FIELDS).pattern).toEqual({ riseMs: 4000, holdMs: 300, fallMs: 4100, restMs: 6000 });
});

it('is the same both ways for every tenth of a second', () => {
  for (let tenths = 2; tenths <= 600; tenths++) {
    const holdMs = 100 * tenths;
    const pattern = { riseMs: 1000, holdMs, fallMs: 1000, restMs: 1000 };
    const setUp = { forcePct: 40, pattern, rounds: 3, bandPct: 10 };
    expect(toSetUp(fieldsOf(setUp))).toEqual(setUp);
  }
});

it('asks for a speed only where one is set', () => {
  expect(toSetUp(HELD)).not.toHaveProperty('tangentPct');
  expect(toSetUp({ ...HELD, tangentPct: 40 })).toMatchObject({ tangentPct: 40 });
});

it('reads what was kept, and what an earlier version kept in tenths of a second', () => {
  expect(readFields(JSON.stringify(HELD))).toEqual(HELD);
  const tenths = { forcePct: 40, rise: 40, hold: 20, fall: 41, rest: 60, rounds: 3, bandPct: 10 };
  expect(readFields(JSON.stringify(tenths))).toMatchObject(HELD);
});

it.each([
  [null],
  [''],
  ['{"forcePct"'],
  ['7'],
  ['[]'],
  ['{}'],
  [JSON.stringify({ ...HELD, holdS: 61 })],
  [JSON.stringify({ ...HELD, holdS: '2' })],
  [JSON.stringify({ ...HELD, holdS: 2.05 })],
  [JSON.stringify({ ...HELD, forcePct: undefined })],
  [JSON.stringify({ forcePct: 40, rise: 40, hold: 'x', fall: 41, rest: 60, rounds: 3, bandPct: 10 })]
])('takes nothing from %s', (kept) => {
  expect(readFields(kept)).toBeNull();
});
