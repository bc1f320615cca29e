import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/lib/storage/entry';
import { readJournal } from '../../../src/lib/storage/journal-reader';
import { JournalWriter } from '../../../src/lib/storage/journal-writer';
import { anyEntry } from './any-entry';

function written(...entries: readonly Entry[]): Uint8Array {
  const journal = new JournalWriter();
  for (const entry of entries) journal.append(entry);
  return journal.bytes();
}

const packet = (atMs: number, ...bytes: number[]): Entry => ({
  kind: 'packet',
  channel: 'pressure',
  atMs,
  bytes: Uint8Array.from(bytes)
});
const command = (windowS: number): Entry => ({ kind: 'command', atMs: 3, command: { do: 'tare', windowS } });

const check = (atMs: number): Entry => ({
  kind: 'check',
  atMs,
  check: { when: 'before', signs: ['pain', 'urine'] }
});

describe('a journal', () => {
  it('gives back any entries, in chunks of any size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyEntry, { maxLength: 20, size: 'max' }), { maxLength: 5 }),
        (chunks) => {
          const journal = new JournalWriter();
          const bytes = chunks.map((entries) => {
            for (const entry of entries) journal.append(entry);
            const bytes = journal.bytes();
            journal.drop(bytes.length);
            return bytes;
          });
          expect(journal.length).toBe(0);
          expect(readJournal(bytes)).toEqual({ entries: chunks.flat(), unreadable: 0 });
        }
      )
    );
  });

  it('loses nothing where it grows, whichever entry that falls to', () => {
    // 4096 bytes at first: a packet up to every one of the last hundred, then the entry that no longer fits.
    for (let length = 3996; length <= 4096; length++) {
      const entries = [
        packet(1, ...new Array<number>(length - 12).fill(7)),
        command(3),
        packet(2, 9),
        command(1)
      ];
      expect(readJournal([written(...entries)])).toEqual({ entries, unreadable: 0 });
    }
  });

  it('keeps what was written after the stretch that is dropped', () => {
    const journal = new JournalWriter();
    journal.append(packet(1, 1, 2, 3));
    const { length } = journal;
    journal.append(packet(2, 4));
    journal.drop(length);
    journal.append(packet(3, 5));
    expect(readJournal([journal.bytes()]).entries).toEqual([packet(2, 4), packet(3, 5)]);
  });

  it('knows how long a frame is: header, channel and payload', () => {
    const journal = new JournalWriter();
    journal.append(packet(1, 1, 2, 3));
    journal.append(command(3));
    expect(journal.frameBytes).toBe(11 + 1 + 3);
  });

  it('is the bytes that its definition says', () => {
    // Kind 0, 1000 = 0x408F4000 00000000 as f64, length 3, channel 0, two bytes.
    expect([...written(packet(1000, 0xaa, 0xbb))]).toEqual([
      0, 0, 0, 0, 0, 0, 0x40, 0x8f, 0x40, 3, 0, 0, 0xaa, 0xbb
    ]);
  });

  it('gives up only its end when cut short, at every byte', () => {
    const entries = [packet(1, 1, 2, 3), command(3), packet(2), packet(4, 9)];
    const bytes = written(...entries);
    const ends = entries.map((_, i) => written(...entries.slice(0, i + 1)).length);
    for (let length = 0; length <= bytes.length; length++) {
      const whole = ends.filter((end) => end <= length).length;
      const isClean = length === 0 || ends.includes(length);
      expect(readJournal([bytes.subarray(0, length)])).toEqual({
        entries: entries.slice(0, whole),
        unreadable: isClean ? 0 : 1
      });
    }
  });

  it('goes on with the next chunk after one that was cut short', () => {
    const broken = written(packet(1, 1, 2, 3)).subarray(0, 13);
    expect(readJournal([broken, written(packet(2, 7))])).toEqual({ entries: [packet(2, 7)], unreadable: 1 });
  });

  it('leaves out and counts what it does not know: a kind, a channel, a command, a time, broken JSON', () => {
    const change = (entry: Entry, at: number, ...to: number[]) => {
      const bytes = written(entry).slice();
      bytes.set(to, at);
      return bytes;
    };
    const strange = [
      change(packet(1), 0, 9),
      change(packet(1), 11, 4),
      change(packet(1), 1, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f),
      change(command(3), 11, 0x5b),
      written(command(0.5)),
      // What no version writes.
      written({ kind: 'command', atMs: 1, command: { do: 'dance' } } as unknown as Entry)
    ];
    for (const bytes of strange) expect(readJournal([bytes])).toEqual({ entries: [], unreadable: 1 });
    expect(readJournal([...strange, written(packet(2))])).toEqual({ entries: [packet(2)], unreadable: 6 });
  });

  it.each<[string, unknown]>([
    ['a sign of another name', { when: 'before', signs: ['hunger'] }],
    ['one of them', { when: 'after', signs: ['pain', 'hunger'] }],
    ['another moment', { when: 'during', signs: ['pain'] }],
    ['no moment', { signs: [] }],
    ['no signs', { when: 'after' }]
  ])('leaves out and counts answers with %s', (_, told) => {
    const strange = written({ kind: 'check', atMs: 1, check: told } as Entry);
    expect(readJournal([strange])).toEqual({ entries: [], unreadable: 1 });
    expect(readJournal([written(check(1)), strange, written(check(2), packet(3))])).toEqual({
      entries: [check(1), check(2), packet(3)],
      unreadable: 1
    });
  });

  it('tells answers by a kind of their own', () => {
    expect(written(check(1))[0]).toBe(3);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200, size: 'max' })), (chunks) => {
        const { entries, unreadable } = readJournal(chunks);
        expect(entries.length > 0 || unreadable > 0).toBe(chunks.some(({ length }) => length > 0));
      })
    );
  });

  it('reads a chunk from the middle of a larger buffer', () => {
    const bytes = written(packet(5, 1, 2));
    const larger = new Uint8Array(bytes.length + 20).fill(0xff);
    larger.set(bytes, 7);
    expect(readJournal([larger.subarray(7, 7 + bytes.length)]).entries).toEqual([packet(5, 1, 2)]);
  });

  it('grows beyond its first 4096 bytes without losing any', () => {
    const entries = Array.from({ length: 500 }, (_, i) =>
      packet(i, ...Array.from({ length: 20 }, () => i % 256))
    );
    const bytes = written(...entries);
    expect(bytes).toHaveLength(500 * (11 + 1 + 20));
    expect(readJournal([bytes]).entries).toEqual(entries);
  });
});
