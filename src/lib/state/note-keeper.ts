import type { Note } from '../storage/session';

/** *Decision*: so long after the last letter a note is saved. */
export const PAUSE_MS = 1000;

export type NoteState = 'empty' | 'typing' | 'saved' | 'failed';

/** A note that saves itself: a while after the last letter, and at once when it is left. */
export class NoteKeeper {
  #state: NoteState = 'empty';
  #text = '';
  #by: Note['by'];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();

  /**
   * @param atS where it stands, session time
   * @param save stores a note in place of the one before, either of which may be none; rejects where that failed
   * @param show called with every new state, and when more was typed while it was saved
   * @param stored what is stored of it; null before the first time
   */
  constructor(
    private readonly atS: () => number,
    private readonly save: (note: Note | null, before: Note | null) => Promise<void>,
    private readonly show: (state: NoteState) => void,
    private stored: Note | null = null
  ) {}

  /** What is stored of it, and what it will stand in place of. */
  get before(): Note | null {
    return this.stored;
  }

  /** Something was typed. */
  write(text: string, by: Note['by']): void {
    this.#text = text.trim();
    this.#by = by;
    if (this.#text === '' && this.stored === null) {
      clearTimeout(this.#timer);
      this.#enter('empty');
      return;
    }
    this.#enter('typing');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Saves what is not saved yet; one after the other, so that the newest text is the last. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(() => this.#saveNow());
    return this.#saving;
  }

  async #saveNow(): Promise<void> {
    if (this.#state !== 'typing' && this.#state !== 'failed') return;
    const before = this.stored;
    const [text, by] = [this.#text, this.#by];
    const note: Note | null =
      text === '' ? null : { atS: before?.atS ?? this.atS(), text, ...(by && { by }) };
    try {
      await this.save(note, before);
      this.stored = note;
      // More may have been typed, or another writer chosen, meanwhile: its own timer saves that.
      const isAll = this.#text === text && this.#by === by;
      this.#enter(!isAll ? 'typing' : note ? 'saved' : 'empty');
    } catch {
      this.#enter('failed');
    }
  }

  #enter(state: NoteState): void {
    this.#state = state;
    this.show(state);
  }
}
