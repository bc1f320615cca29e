import { describe, expect, it } from 'vitest';
import { situationOf, type Track } from '../../../src/lib/plan/situation';
import { PlanSchema, type Plan } from '../../../src/lib/storage/plan';
import type { Person } from '../../../src/lib/storage/person';
import { PrescriptionSchema } from '../../../src/lib/storage/prescription';
import { planRecord, prescriptionRecord } from './records';

const TODAY = '2026-06-01';
const BORN = { date: '2026-03-14', delivery: 'caesarean' } as const;

describe('what a plan is for', () => {
  it.each<[Plan['track'], Person['birth'], Track | null]>([
    [{ kind: 'postnatal' }, BORN, { kind: 'postnatal', born: '2026-03-14', delivery: 'caesarean' }],
    [
      { kind: 'postnatal' },
      { ...BORN, delivery: null },
      { kind: 'postnatal', born: '2026-03-14', delivery: null }
    ],
    // It was taken away since.
    [{ kind: 'postnatal' }, null, null],
    // An earlier birth counts for nothing.
    [{ kind: 'pregnant', due: '2026-09-01' }, BORN, { kind: 'pregnant', due: '2026-09-01' }],
    [{ kind: 'pregnant', due: '2026-09-01' }, null, { kind: 'pregnant', due: '2026-09-01' }],
    [
      { kind: 'surgery', operated: '2026-03-01', hasCatheter: true },
      BORN,
      { kind: 'surgery', operated: '2026-03-01', hasCatheter: true }
    ],
    [{ kind: 'other' }, null, { kind: 'other' }],
    // The operation is still to come.
    [
      { kind: 'surgery', operated: '2026-06-02', hasCatheter: false },
      null,
      { kind: 'surgery', operated: '2026-06-02', hasCatheter: false, isToCome: true }
    ],
    // Years of two digits, as earlier versions let them pass.
    [{ kind: 'postnatal' }, { ...BORN, date: '0026-03-14' }, null],
    [{ kind: 'surgery', operated: '0026-03-01', hasCatheter: false }, null, null],
    [{ kind: 'pregnant', due: '0026-09-01' }, null, null],
    // A pregnancy that is over, and a clock that is back before the birth: the days are possible.
    [{ kind: 'pregnant', due: '2025-09-01' }, null, { kind: 'pregnant', due: '2025-09-01' }],
    [
      { kind: 'postnatal' },
      { ...BORN, date: '2026-06-02' },
      { kind: 'postnatal', born: '2026-06-02', delivery: 'caesarean' }
    ]
  ])('%j with the birth %j: %j', (track, born, counted) => {
    expect(situationOf(planRecord({ track }), born, TODAY, false)?.track ?? null).toEqual(counted);
  });

  it('is told with all else that was set up', () => {
    const { complicated, agreed, wantsMaximum, complaints } = planRecord();
    expect(situationOf(planRecord(), BORN, TODAY, false)).toMatchObject({
      complicated,
      agreed,
      wantsMaximum,
      complaints
    });
  });
});

describe('an operation that is still to come', () => {
  const operated = '2026-06-10';
  const stored = planRecord({
    track: { kind: 'surgery', operated, hasCatheter: false },
    agreed: ['start', 'balance'],
    agreedOn: '2026-06-01'
  });
  const on = (today: string, isClockWrong = false) => situationOf(stored, null, today, isClockWrong);

  it("is trained for on the doctor's word, which is asked again from the day of it on", () => {
    expect(on('2026-06-09')).toMatchObject({ agreed: ['start', 'balance'], track: { isToCome: true } });
    expect(on('2026-06-10')?.agreed).toEqual([]);
    expect(on('2026-06-10')?.track).toEqual(stored.track);
    expect(situationOf({ ...stored, agreedOn: operated }, null, '2026-07-01', false)?.agreed).toHaveLength(2);
  });

  it('is none where something recorded lies in the future: the clock may be back before an operation that was', () => {
    expect(on('2026-06-01', true)?.track).toEqual(stored.track);
    // Nor does a word that was given for the time before it count then.
    expect(on('2026-06-01', true)?.agreed).toEqual([]);
  });
});

describe('a stored plan', () => {
  it.each<[string, object]>([
    ['is of a person', { person: 'anna' }],
    ['has a track', { track: { kind: 'unborn' } }],
    ['has a due date in pregnancy', { track: { kind: 'pregnant' } }],
    ['has a day that there is', { track: { kind: 'pregnant', due: '2026-02-30' } }],
    ['has the day of an operation', { track: { kind: 'surgery', hasCatheter: false } }],
    ['knows of a catheter', { track: { kind: 'surgery', operated: '2026-03-01' } }],
    ['knows what a doctor agreed to', { agreed: ['sport'] }],
    ['knows the complaints', { complaints: ['hunger'] }],
    ['knows of complications', { complicated: 'yes' }],
    ['knows whether a maximum is wanted', { wantsMaximum: undefined }]
  ])('%s, or is refused', (_, changed) => {
    expect(PlanSchema.safeParse(planRecord()).success).toBe(true);
    expect(PlanSchema.safeParse({ ...planRecord(), ...changed }).success).toBe(false);
  });
});

describe('a stored prescription', () => {
  const word = (reason: string) => ({ therapist: 'T.', reason, atMs: 1 });
  const takes = (changed: object) =>
    PrescriptionSchema.safeParse({ ...prescriptionRecord(1), ...changed }).success;

  it.each<[string, unknown[], unknown[]]>([
    ['step', [1, 7], [0, 8, 1.5, '1', null]],
    ['perDay', [1, 10, null], [0, 11, 1.5]],
    ['reason', ['start', 'chosen', 'advance', 'back', 'kept'], ['because', null]],
    ['therapist', [null, '', 'x'.repeat(200)], [1]],
    ['override', [null, word('x'.repeat(200))], [{ therapist: 'T.' }, 'T.']],
    ['setUp', [null], [{}, { rounds: 5 }]],
    ['atMs', [0, 1.5, 8.64e15], [NaN, Infinity, -1, 8.65e15, '1', null]]
  ])('has a %s of %j, and not of %j', (field, good, bad) => {
    for (const value of good) expect([value, takes({ [field]: value })]).toEqual([value, true]);
    for (const value of bad) expect([value, takes({ [field]: value })]).toEqual([value, false]);
  });
});
