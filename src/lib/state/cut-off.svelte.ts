import { errorCode, type ErrorCode } from '../errors';
import type { SessionRecord } from '../storage/session';
import type { Recording } from '../worker/protocol';
import type { Training } from './training.svelte';

/** A session that was cut off by a crash, and what is to become of it. */
export class CutOff {
  /** The newest that nobody was asked about yet. */
  session = $state.raw<SessionRecord | null>(null);

  /** A session is running in another window. */
  isElsewhere = $state.raw(false);
  /** What was asked for is under way. */
  busy = $state.raw(false);
  /** What went wrong with it. */
  error = $state.raw<ErrorCode | 'unforeseen' | null>(null);

  constructor(private readonly training: Training) {}

  /** Looks whether there is one. What cannot be read is no reason not to train. */
  async look(): Promise<void> {
    this.isElsewhere = await this.training.isElsewhere();
    try {
      const ids = await this.training.cutOff();
      // The archive is started only if there is something to look for.
      const found = await Promise.all(ids.map((id) => this.training.archive.session(id).catch(() => null)));
      const sessions = found.filter((session) => session !== null);
      this.session = sessions.sort((a, b) => b.startedAtMs - a.startedAtMs)[0] ?? null;
    } catch {
      this.session = null;
    }
  }

  /** @param link lets the person choose the sensor again */
  async goOn({ id }: SessionRecord, link: (recording: Recording) => Promise<void>): Promise<void> {
    await this.#attempt(async () => link(await this.training.archive.recording(id)));
  }

  async keep({ id }: SessionRecord): Promise<void> {
    await this.#attempt(() => this.training.archive.keep(id));
    await this.look();
  }

  async discard({ id }: SessionRecord): Promise<void> {
    await this.#attempt(() => this.training.archive.discard(id));
    await this.look();
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      await action();
    } catch (error) {
      this.error = errorCode(error) ?? 'unforeseen';
    } finally {
      this.busy = false;
    }
  }
}
