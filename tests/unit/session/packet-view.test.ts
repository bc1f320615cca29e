import { expect, it } from 'vitest';
import { PacketView } from '../../../src/lib/session/packet-view';

const bytesOf = ({ buffer, byteOffset, byteLength }: DataView) => [
  ...new Uint8Array(buffer, byteOffset, byteLength)
];

it('shows each packet as it came, whatever came before it', () => {
  const packets = new PacketView();
  // One behind other bytes, the same length again, a shorter one, none, and one longer than Bluetooth sends.
  const within = Uint8Array.of(9, 9, 1, 2, 3, 4, 9).subarray(2, 6);
  const long = Uint8Array.from({ length: 600 }, (_, i) => i % 251);
  for (const bytes of [within, Uint8Array.of(5, 6, 7, 8), Uint8Array.of(1), new Uint8Array(0), long, within])
    expect(bytesOf(packets.viewOf(bytes))).toEqual([...bytes]);
});
