import { AppError } from '../errors';
import { CalibrationSchema, type CalibrationRecord } from './calibration';
import type { Database } from './database';
import { SessionSchema, type SessionRecord } from './session';

/** Reads back what was recorded. */
export class Archive {
  constructor(private readonly database: Database) {}

  /** Newest first. Records that are not what they should be are left out, never removed. */
  async sessions(): Promise<SessionRecord[]> {
    const stored: unknown[] = await (await this.database.open()).getAll('sessions');
    const sessions = stored.flatMap((record) => {
      const parsed = SessionSchema.safeParse(record);
      return parsed.success ? [parsed.data] : [];
    });
    return sessions.sort((a, b) => b.startedAtMs - a.startedAtMs);
  }

  /** Newest first, as the sessions are. */
  async calibrations(): Promise<CalibrationRecord[]> {
    const stored: unknown[] = await (await this.database.open()).getAll('calibrations');
    const calibrations = stored.flatMap((record) => {
      const parsed = CalibrationSchema.safeParse(record);
      return parsed.success ? [parsed.data] : [];
    });
    return calibrations.sort((a, b) => b.atMs - a.atMs);
  }

  /** Throws session_not_found, or session_unreadable. */
  async session(id: string): Promise<SessionRecord> {
    const record: unknown = await (await this.database.open()).get('sessions', id);
    if (record === undefined) throw new AppError('session_not_found');
    const parsed = SessionSchema.safeParse(record);
    if (!parsed.success) throw new AppError('session_unreadable');
    return parsed.data;
  }

  /** The journal of a session, in order. */
  async chunks(session: string): Promise<Uint8Array[]> {
    const range = IDBKeyRange.bound([session, 0], [session, Infinity]);
    const chunks = await (await this.database.open()).getAll('chunks', range);
    return chunks.map(({ bytes }) => bytes);
  }
}
