import { AppError } from '../errors';
import type { Database } from './database';
import type { Note } from './session';
import { whole } from './whole';

/**
 * Puts a note in the place of another, in one step, so that never both stand there or neither. Those that another window wrote meanwhile stay.
 * Throws session_not_found.
 *
 * @param note null: the other is only removed
 * @param before null: the note is only added; one that does not stand there any more is left alone
 * @returns all of them, in the order of the session
 */
export async function replaceNote(
  database: Database,
  session: string,
  note: Note | null,
  before: Note | null
): Promise<readonly Note[]> {
  return whole(database, ['sessions'], 'strict', async (tx) => {
    const record = await tx.objectStore('sessions').get(session);
    if (!record || record.isRemoved) throw new AppError('session_not_found');
    const at = before ? record.notes.findIndex((each) => isSame(each, before)) : -1;
    const left = record.notes.filter((_, i) => i !== at);
    const notes = note ? [...left, note].sort((a, b) => a.atS - b.atS) : left;
    await tx.objectStore('sessions').put({ ...record, notes });
    return notes;
  });
}

const isSame = (a: Note, b: Note) => a.atS === b.atS && a.text === b.text && a.by === b.by;
