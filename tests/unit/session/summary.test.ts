import { describe, expect, it } from 'vitest';
import type { Check, Signs } from '../../../src/lib/plan/signs';
import { Overview } from '../../../src/lib/session/overview';
import { Summary } from '../../../src/lib/session/summary';
import { replayEntries } from '../../../src/lib/session/replay';
import { ResultSchema } from '../../../src/lib/storage/result';
import { RecordedSession, sensorOf, SET_UP } from './recorded-session';

/** A triangle of 1 % a second up to 100 s and down again, at 10 Hz. */
function triangle(overview: Overview, toS: number, fromS = 0): void {
  for (let i = 0; i < 10 * toS; i++) overview.push(fromS + i / 10, Math.min(i / 10, 200 - i / 10));
}

describe('the small picture of a session', () => {
  it('is the highest of each second at first', () => {
    const overview = new Overview();
    triangle(overview, 5, 1000);
    // The last sample of each second is its highest: 0.9, 1.9 …
    expect([...overview.curve]).toEqual([1, 2, 3, 4, 5]);
  });

  it('puts what comes at the end of a second into the next', () => {
    const overview = new Overview();
    overview.push(1000, 10);
    overview.push(1001, 30);
    overview.push(1003, 20);
    expect([...overview.curve]).toEqual([10, 30, 0, 20]);
  });

  it('has never more than 64 stretches, each of them as long as the others', () => {
    const overview = new Overview();
    triangle(overview, 200);
    // 200 s in stretches of 4 s: the highest is the last sample on the way up, and the first on the way down.
    const expected = Array.from({ length: 50 }, (_, i) => Math.round(i < 25 ? 4 * i + 3.9 : 200 - 4 * i));
    expect([...overview.curve]).toEqual(expected);
  });

  it('knows nothing of samples without a reference, and stays within a byte', () => {
    const overview = new Overview();
    overview.push(0, NaN);
    expect([...overview.curve]).toEqual([]);
    overview.push(5, -20);
    overview.push(6, 400);
    expect([...overview.curve]).toEqual([0, 255]);
  });
});

describe('the summary of a session', () => {
  const { entries } = new RecordedSession(sensorOf('open-profile')).open().train();
  const { summary, events } = replayEntries(entries);

  it('tells the set, its rounds and the sensor, and draws from the first set on', () => {
    const { curve, ...record } = summary.record;
    expect(record).toMatchObject({
      sensor: { driver: 'open-profile' },
      setUp: SET_UP,
      rounds: 2
    });
    // From the set's begin at 25 s to 40 s: two holds of 40 %, and no squeeze of the calibration.
    expect(curve).toHaveLength(15);
    expect(Math.max(...curve)).toBeGreaterThan(38);
    expect(Math.max(...curve)).toBeLessThan(46);
  });

  it('holds the figures that were told, and they pass the check of what is stored', () => {
    const result = summary.resultOf(crypto.randomUUID());
    const told = events.filter(({ type }) => type === 'round');
    expect(result.sets).toHaveLength(1);
    expect(result.sets[0]?.rounds).toEqual(told);
    expect(ResultSchema.parse(result)).toEqual(result);
  });

  it.each<[string, Check[], Signs]>([
    ['nothing', [], { before: null, after: null }],
    ['none before', [{ when: 'before', signs: [] }], { before: [], after: null }],
    ['pain after', [{ when: 'after', signs: ['pain'] }], { before: null, after: ['pain'] }],
    [
      'both',
      [
        { when: 'before', signs: [] },
        { when: 'after', signs: ['doming', 'heaviness'] }
      ],
      { before: [], after: ['doming', 'heaviness'] }
    ],
    [
      'the latest answer',
      [
        { when: 'before', signs: ['urine'] },
        { when: 'before', signs: [] }
      ],
      { before: [], after: null }
    ]
  ])('holds the signs that were told: %s', (_, checks, signs) => {
    const told = new Summary();
    for (const check of checks) expect(told.note({ type: 'check', atS: 1, check })).toBe(true);
    expect(told.record.signs).toEqual(signs);
  });

  it('may be changed by who stores it, and changes nothing that was told', () => {
    const check: Check = { when: 'before', signs: ['pain'] };
    const told = new Summary();
    told.note({ type: 'check', atS: 1, check });
    told.record.signs?.before?.push('urine');
    expect([check.signs, told.record.signs?.before]).toEqual([['pain'], ['pain']]);
  });

  it('is empty before anything came', () => {
    const { record } = new Summary();
    expect(record).toMatchObject({ sensor: null, setUp: null, rounds: 0, inBandPct: null });
    expect(record.signs).toEqual({ before: null, after: null });
    expect(record.curve).toHaveLength(0);
  });
});
