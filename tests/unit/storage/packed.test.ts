import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalWriter } from '../../../src/lib/storage/journal-writer';
import { pack, TooLarge, unpack } from '../../../src/lib/storage/packed';
import { RecordedSession, sensorOf } from '../session/recorded-session';

describe('a packed stretch of a journal', () => {
  it('gives back any bytes, whatever the distance', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 2000, size: 'max' }),
        fc.integer({ min: 1, max: 0xffff }),
        async (bytes, distance) => {
          expect(await unpack(await pack(bytes, distance))).toEqual(bytes);
        }
      )
    );
  });

  it('is gzip of the distance and of the differences over it', async () => {
    const packed = await pack(Uint8Array.of(10, 20, 12, 19, 255), 2);
    const plain = new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')));
    // 12 − 10, 19 − 20 and 255 − 12, modulo 256.
    expect([...new Uint8Array(await plain.arrayBuffer())]).toEqual([2, 0, 10, 20, 2, 255, 243]);
  });

  it('is refused when any one of its bytes was changed', async () => {
    const journal = Uint8Array.from({ length: 300 }, (_, i) => i * i);
    const packed = await pack(journal, 30);
    for (let at = 0; at < packed.length; at++) {
      const damaged = packed.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      // Gzip's own header tells when, where and with which effort it was packed: that may be anything (RFC 1952, 2.3).
      const isHeader = at >= 4 && at < 10;
      const outcome = await unpack(damaged).catch(() => 'refused');
      if (isHeader) expect(outcome).toEqual(journal);
      // Without its first two bytes it is taken for a journal of before there was packing, which reads as nothing known.
      else expect(outcome === 'refused' || (at < 2 && outcome === damaged)).toBe(true);
    }
  });

  it('is refused when it is cut short', async () => {
    const packed = await pack(
      Uint8Array.from({ length: 300 }, (_, i) => i * i),
      30
    );
    for (let length = 2; length < packed.length; length++) {
      await expect(unpack(packed.slice(0, length))).rejects.toThrow();
    }
  });

  it('is refused as soon as it unpacks to more than a stretch may hold', async () => {
    const most = 2 ** 16;
    // Zeros shrink a thousandfold: 5 kB that would come to 5 MB.
    const bomb = await pack(new Uint8Array(80 * most), 12);
    expect(bomb.length).toBeLessThan(6000);
    await expect(unpack(bomb, most)).rejects.toThrow(TooLarge);
    // To the byte.
    expect(await unpack(await pack(new Uint8Array(most), 12), most)).toHaveLength(most);
    await expect(unpack(await pack(new Uint8Array(most + 1), 12), most)).rejects.toThrow(TooLarge);
  });

  it('takes what was stored before there was packing as it is', async () => {
    const journal = new JournalWriter();
    journal.append({ kind: 'command', atMs: 1, command: { do: 'calibrate' } });
    const bytes = journal.bytes();
    expect(await unpack(bytes)).toBe(bytes);
  });

  it('takes less than a third of the journal of a sensor', async () => {
    const journal = new JournalWriter();
    for (const entry of new RecordedSession(sensorOf('open-profile')).open().train().entries)
      journal.append(entry);
    const bytes = journal.bytes();
    expect((await pack(bytes, journal.frameBytes)).length).toBeLessThan(bytes.length / 3);
  });
});
