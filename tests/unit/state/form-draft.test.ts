import { describe, expect, it } from 'vitest';
import { FormDraft, type TabStorage } from '../../../src/lib/state/form-draft';

function tab(): { storage: TabStorage; kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key)
    }
  };
}
const FIELDS = ['name', 'day', 'weeks', 'agreed'] as const;
const empty = () => ({ name: '', day: null as string | null, weeks: 0, agreed: [] as string[], other: 'x' });

describe('a form that is half filled in', () => {
  it('is found again as it was left, by another page of the same tab', () => {
    const { storage } = tab();
    const typed = { ...empty(), name: 'An', day: '2026-03-14', weeks: 3, agreed: ['training'] };
    new FormDraft('plan 1', () => storage).keep(typed, FIELDS);
    const found = empty();
    const draft = new FormDraft('plan 1', () => storage);
    expect(draft.isOpen).toBe(true);
    draft.restore(found, FIELDS);
    expect(found).toEqual(typed);
  });

  it('still knows what it stands in place of, where nothing did before', () => {
    const { storage } = tab();
    const before = { atS: 5, text: 'one', by: 'patient' };
    new FormDraft('note 1', () => storage).keep({ text: 'one two', before }, ['text', 'before']);
    const found = { text: '', before: null as typeof before | null };
    new FormDraft('note 1', () => storage).restore(found, ['text', 'before']);
    expect(found).toEqual({ text: 'one two', before });
  });

  it('is nobody else’s', () => {
    const { storage } = tab();
    new FormDraft('plan 1', () => storage).keep({ ...empty(), name: 'An' }, FIELDS);
    const found = empty();
    const other = new FormDraft('plan 2', () => storage);
    other.restore(found, FIELDS);
    expect(other.isOpen).toBe(false);
    expect(found).toEqual(empty());
  });

  it('leaves nothing behind once it is dropped', () => {
    const { storage, kept } = tab();
    const draft = new FormDraft('plan 1', () => storage);
    draft.keep(empty(), FIELDS);
    draft.drop();
    expect(kept.size).toBe(0);
    expect(draft.isOpen).toBe(false);
  });

  it.each([
    ['no JSON', '{'],
    ['a number', '7'],
    ['null', 'null'],
    ['other kinds', '{"name":7,"weeks":"many","agreed":"all","day":["x"]}'],
    ['other names', '{"other":"y","constructor":1}']
  ])('that was damaged (%s) changes nothing', (_, text) => {
    const { storage, kept } = tab();
    kept.set('bodem.draft.plan 1', text);
    const found = empty();
    new FormDraft('plan 1', () => storage).restore(found, FIELDS);
    expect(found).toEqual(empty());
  });

  it('costs nothing where the browser keeps nothing', () => {
    const draft = new FormDraft('plan 1', () => {
      throw new Error('denied');
    });
    draft.keep(empty(), FIELDS);
    draft.restore(empty(), FIELDS);
    draft.drop();
    expect(draft.isOpen).toBe(false);
  });
});
