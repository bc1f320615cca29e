import * as Comlink from 'comlink';
import * as z from 'zod/mini';
import { AppError } from '../errors';
import { replayEntries } from '../session/replay';
import { Archive } from '../storage/archive';
import { Database } from '../storage/database';
import { readJournal } from '../storage/journal-reader';
import type { ArchiveApi } from './protocol';

// The content policy forbids what zod would compile.
z.config({ jitless: true });

const archive = new Archive(new Database());

const api: ArchiveApi = {
  sessions: () => archive.sessions(),
  calibrations: () => archive.calibrations(),

  async replay(id) {
    const session = await archive.session(id);
    const { entries, unreadable } = readJournal(await archive.chunks(id));
    if (entries.length === 0 && unreadable > 0) throw new AppError('session_unreadable');
    const replay = replayEntries(entries);
    return Comlink.transfer({ session, ...replay, unreadable }, [replay.rows.buffer]);
  }
};

Comlink.expose(api);
