/** The longest attribute that Bluetooth knows. */
const LONGEST = 512;

/** Lets the bytes of one packet after the other be read as numbers, without a view made anew for each: that costs as much as a sample. */
export class PacketView {
  readonly #bytes = new Uint8Array(LONGEST);
  /** Of so many bytes as the index says. */
  readonly #views: DataView[] = [];

  /** Valid until the next call. */
  viewOf(bytes: Uint8Array): DataView {
    if (bytes.length > LONGEST) return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#bytes.set(bytes);
    return (this.#views[bytes.length] ??= new DataView(this.#bytes.buffer, 0, bytes.length));
  }
}
