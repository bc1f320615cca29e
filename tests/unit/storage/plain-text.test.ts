import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/lib/storage/plain-text';

const family = '👩‍👩‍👧';

describe('a text that is shown', () => {
  it.each<[string, string, string]>([
    ['is as it was typed', 'Anne-Sophie Ó Briain, 李 سارا', 'Anne-Sophie Ó Briain, 李 سارا'],
    ['keeps what joins letters and pictures', `می‌خواهم ${family}`, `می‌خواهم ${family}`],
    ['turns no direction', 'An\u202ena\u2066b\u200f', 'An na b'],
    ['has no control characters and no lines', 'A\u0000n\tn\r\na\u0085\u2028.', 'A n n a .'],
    ['has no spaces that are not seen', '\ufeffAn\u200bna ', 'An na'],
    ['may be empty', ' \u0007 ', '']
  ])('%s', (_, text, shown) => {
    expect(plainText(text)).toBe(shown);
  });

  it('is cut behind 80 characters as they are read', () => {
    expect(plainText('é'.repeat(81))).toBe('é'.repeat(80));
    expect(plainText('x'.repeat(1e6))).toBe('x'.repeat(80));
    // Eight code units each: at most four on the average, so 40 of them.
    expect(plainText(family.repeat(81))).toBe(family.repeat(40));
  });

  it('is not one letter under a tower of accents', () => {
    expect(plainText(`a${'\u0301'.repeat(10_000)}`)).toBe('');
    expect(plainText(`Anna a${'\u0301'.repeat(10_000)}`)).toBe('Anna');
  });

  it('keeps its lines where it may have some', () => {
    expect(plainText('one\ntwo\u202e', { keepsLines: true })).toBe('one\ntwo');
  });

  it('is the same when it is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const shown = plainText(text);
        expect(plainText(shown)).toBe(shown);
      })
    );
  });
});
