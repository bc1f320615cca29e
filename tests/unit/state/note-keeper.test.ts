import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { NoteKeeper, type NoteState } from '../../../src/lib/state/note-keeper';
import type { Note } from '../../../src/lib/storage/session';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function keeper(store: () => Promise<void> = () => Promise.resolve(), before: Note | null = null) {
  const saved: [Note | null, Note | null][] = [];
  const states: NoteState[] = [];
  const made = new NoteKeeper(
    () => 12,
    async (note, before) => {
      await store();
      saved.push([note, before]);
    },
    (state) => states.push(state),
    before
  );
  return { made, saved, states };
}
const note = (text: string): Note => ({ atS: 12, text, by: 'patient' });

describe('a note', () => {
  it('is saved a second after the last letter, once', async () => {
    const { made, saved, states } = keeper();
    made.write('B', 'patient');
    await vi.advanceTimersByTimeAsync(999);
    made.write('Bea ', 'patient');
    await vi.advanceTimersByTimeAsync(999);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual([[note('Bea'), null]]);
    expect(states.at(-1)).toBe('saved');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saved).toHaveLength(1);
  });

  it('that goes on takes the place of what was saved, and one that is emptied is removed', async () => {
    const { made, saved, states } = keeper();
    made.write('one', 'patient');
    await made.flush();
    made.write('one two', 'patient');
    await made.flush();
    made.write('', 'patient');
    await made.flush();
    expect(saved).toEqual([
      [note('one'), null],
      [note('one two'), note('one')],
      [null, note('one two')]
    ]);
    expect(states.at(-1)).toBe('empty');
  });

  it('is saved at once when it is left, and nothing is where nothing was typed', async () => {
    const { made, saved } = keeper();
    await made.flush();
    made.write('  ', 'patient');
    await made.flush();
    expect(saved).toEqual([]);
    made.write('left', 'patient');
    await made.flush();
    expect(saved).toEqual([[note('left'), null]]);
  });

  it('that could not be saved is told, and tried again with the next letter', async () => {
    let isFull = true;
    const { made, saved, states } = keeper(() =>
      isFull ? Promise.reject(new Error('full')) : Promise.resolve()
    );
    made.write('one', 'patient');
    await made.flush();
    expect(states.at(-1)).toBe('failed');
    isFull = false;
    made.write('one more', 'patient');
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved).toEqual([[note('one more'), null]]);
    expect(states.at(-1)).toBe('saved');
  });

  it('that is typed on while it is saved is saved again, in order', async () => {
    let stored: () => void = () => undefined;
    const { made, saved, states } = keeper(() => new Promise((resolve) => (stored = resolve)));
    made.write('one', 'patient');
    const first = made.flush();
    await vi.advanceTimersByTimeAsync(0);
    made.write('one two', 'patient');
    stored();
    await first;
    expect(states.at(-1)).toBe('typing');
    await vi.advanceTimersByTimeAsync(1000);
    stored();
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual([
      [note('one'), null],
      [note('one two'), note('one')]
    ]);
    expect(states.at(-1)).toBe('saved');
  });

  it('that is typed on while it is saved is told of once more, with what it stands in place of now', async () => {
    let stored: () => void = () => undefined;
    const { made, states } = keeper(() => new Promise((resolve) => (stored = resolve)));
    made.write('one', 'patient');
    const first = made.flush();
    await vi.advanceTimersByTimeAsync(0);
    made.write('one two', 'patient');
    expect(made.before).toBeNull();
    const before = states.length;
    stored();
    await first;
    expect(states.slice(before)).toEqual(['typing']);
    expect(made.before).toEqual(note('one'));
  });

  it('that a page before this one had stored is replaced, or removed where it is emptied', async () => {
    const earlier = { ...note('one'), atS: 5 };
    const [longer, emptied] = [keeper(undefined, earlier), keeper(undefined, earlier)];
    longer.made.write('one two', 'patient');
    await longer.made.flush();
    expect(longer.saved).toEqual([[{ ...note('one two'), atS: 5 }, earlier]]);
    emptied.made.write('', 'patient');
    await emptied.made.flush();
    expect(emptied.saved).toEqual([[null, earlier]]);
  });

  it('whose writer is another while it is saved is saved again', async () => {
    let stored: () => void = () => undefined;
    const { made, saved } = keeper(() => new Promise((resolve) => (stored = resolve)));
    made.write('one', 'patient');
    const first = made.flush();
    await vi.advanceTimersByTimeAsync(0);
    made.write('one', 'therapist');
    stored();
    await first;
    const second = made.flush();
    await vi.advanceTimersByTimeAsync(0);
    stored();
    await second;
    expect(saved.map(([kept]) => kept?.by)).toEqual(['patient', 'therapist']);
  });
});
