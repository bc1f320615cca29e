/**
 * The journal as bytes, little-endian. An entry is: u8 kind, f64 arrival in ms, u16 length, then so many bytes. A packet's bytes are
 * one for the channel and then its own; events and commands are JSON in UTF-8.
 */
export const KINDS = ['packet', 'link', 'command', 'check'] as const;
export const HEADER_BYTES = 11;
export const LONGEST_PAYLOAD = 0xffff;
