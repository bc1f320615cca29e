import type { Prescription } from '../../../src/lib/plan/prescription';
import type { CalibrationRecord } from '../../../src/lib/storage/calibration';
import { FIRST_PERSON } from '../../../src/lib/storage/first-person';
import { pack } from '../../../src/lib/storage/packed';
import type { Person } from '../../../src/lib/storage/person';
import type { Plan } from '../../../src/lib/storage/plan';
import type { ResultRecord } from '../../../src/lib/storage/result';
import type { JournalChunk, SessionRecord } from '../../../src/lib/storage/session';
import { FIGURES } from '../signal/figures';

/** Somebody else on the same device. */
export const ANOTHER = '00000000-0000-4000-8000-000000000002';

export const anna: Person = {
  id: FIRST_PERSON,
  name: 'Anna',
  birth: { date: '2026-09-01', delivery: 'caesarean' },
  sensor: { driver: 'open-profile', name: 'Bodem 1' },
  locale: 'nl'
};
export const bea: Person = { id: ANOTHER, name: 'B.', birth: null, sensor: null, locale: null };

export const sessionRecord = (startedAtMs: number, changed: Partial<SessionRecord> = {}): SessionRecord => ({
  id: crypto.randomUUID(),
  person: FIRST_PERSON,
  startedAtMs,
  endedAtMs: startedAtMs + 60_000,
  sensor: null,
  engineVersion: 5,
  setUp: null,
  rounds: 0,
  inBandPct: null,
  curve: Uint8Array.of(0, 40, 90),
  notes: [],
  ...changed
});

export const calibrationRecord = (
  atMs: number,
  changed: Partial<CalibrationRecord> = {}
): CalibrationRecord => ({
  id: crypto.randomUUID(),
  person: FIRST_PERSON,
  session: crypto.randomUUID(),
  atMs,
  engineVersion: 5,
  sensor: { driver: 'open-profile', name: 'Bodem 1' },
  reference: { polarity: -1, span: 500, scale: 'mvc', rmaxPctPerS: null },
  rest: { baseline: 1000, sd: 1, drift: 0.5 },
  attempts: [{ startS: 40, polarity: -1, strength: 500, refused: null }],
  ...changed
});

export const planRecord = (changed: Partial<Plan> = {}): Plan => ({
  person: FIRST_PERSON,
  track: { kind: 'postnatal' },
  complicated: true,
  agreed: ['start'],
  isTense: false,
  wantsMaximum: false,
  complaints: ['leaking', 'pain'],
  ...changed
});

export const prescriptionRecord = (atMs: number, changed: Partial<Prescription> = {}): Prescription => ({
  id: crypto.randomUUID(),
  person: FIRST_PERSON,
  atMs,
  step: 5,
  setUp: {
    forcePct: 30,
    pattern: { riseMs: 2000, holdMs: 1000, fallMs: 2000, restMs: 4000 },
    rounds: 10,
    bandPct: 10
  },
  perDay: 3,
  reason: 'start',
  therapist: 'T.',
  override: null,
  ...changed
});

export const resultRecord = (session: string, engineVersion: number): ResultRecord => ({
  session,
  engineVersion,
  sets: [
    {
      setUp: {
        forcePct: 40,
        pattern: { riseMs: 1000, holdMs: 2000, fallMs: 1000, restMs: 1000 },
        rounds: 2,
        bandPct: 10
      },
      rmaxPctPerS: null,
      span: 400,
      rounds: [
        {
          type: 'round',
          atS: 12,
          round: 1,
          startS: 7,
          interruptions: 0,
          figures: {
            ...FIGURES,
            inBandPctBySegment: [...FIGURES.inBandPctBySegment]
          }
        }
      ]
    }
  ],
  freeHoldS: null,
  quickSeries: []
});

export const chunk = async (session: string, index: number, byte = index): Promise<JournalChunk> => ({
  session,
  index,
  bytes: await pack(Uint8Array.of(byte), 12)
});

export /** An id that is told by one letter. */
function uuidOf(letter: string): string {
  return `${letter.repeat(8)}-0000-4000-8000-000000000000`;
}

/** As another version, or a damaged disk, may have left them. */
export const strange = {
  owner: (of: SessionRecord) => ({ ...of, person: 7 }) as unknown as SessionRecord,
  session: (of: SessionRecord) => ({ ...of, rounds: 'four' }) as unknown as SessionRecord,
  plan: (of: Plan) => ({ ...of, track: { kind: 'unborn' } }) as unknown as Plan,
  prescription: (of: Prescription) => ({ ...of, step: 8 }) as unknown as Prescription,
  calibration: (of: CalibrationRecord) => ({ ...of, rest: null }) as unknown as CalibrationRecord,
  result: (of: ResultRecord) => ({ ...of, sets: [{}] }) as unknown as ResultRecord
};
