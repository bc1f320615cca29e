import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepHints, readHints } from '../../../src/lib/state/hints';

const NOTHING = { current: null, isPlanned: false, hadData: false };
let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key)
  });
});

describe('what the small storage remembers', () => {
  it.each([
    { current: { id: 'a', name: 'Anna' }, isPlanned: true, hadData: true },
    { current: { id: 'a', name: '' }, isPlanned: false, hadData: true },
    NOTHING
  ])('is %j again', (hints) => {
    keepHints({ current: { id: 'b', name: 'B.' }, isPlanned: true, hadData: true });
    keepHints(hints);
    expect(readHints()).toEqual(hints);
  });

  it('is what earlier versions wrote', () => {
    kept.set('bodem.calibrated', '1');
    expect(readHints()).toEqual({ ...NOTHING, hadData: true });
    kept.set('bodem.planned', '1');
    expect(readHints()).toEqual({ ...NOTHING, isPlanned: true, hadData: true });
  });

  it.each(['', '{', 'null', '7', '{"id":7,"name":""}', '{"id":"a"}', '[]'])(
    'names nobody where it is %j',
    (damaged) => {
      kept.set('bodem.person', damaged);
      expect(readHints()).toEqual(NOTHING);
    }
  );

  it('is nothing where the browser refuses it', () => {
    vi.stubGlobal('localStorage', undefined);
    keepHints({ current: null, isPlanned: true, hadData: true });
    expect(readHints()).toEqual(NOTHING);
  });
});
