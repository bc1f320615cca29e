/**
 * Writes the open profile's bytes as docs/protocol.md says, independently of the decoder that reads them. All little-endian.
 */

/** "No valid value". */
const INVALID = 65535;

export interface PressureFrame {
  readonly sequence: number;
  /** Between samples, µs; a whole multiple of 10. */
  readonly periodUs: number;
  /** Of the first sample, µs. */
  readonly tickUs: number;
  /** Counts, 0–65534; NaN is sent as "no valid value". */
  readonly values: readonly number[];
  readonly rezeroed?: boolean;
}

/** Section 2: 8 bytes, then 2 per sample; with 6 samples the 20 bytes that fit everywhere. */
export function encodePressure({
  sequence,
  periodUs,
  tickUs,
  values,
  rezeroed = false
}: PressureFrame): Uint8Array {
  const bytes = new Uint8Array(8 + 2 * values.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, (1 << 6) | (rezeroed ? 1 << 5 : 0) | values.length);
  view.setUint8(1, sequence);
  view.setUint16(2, periodUs / 10, true);
  view.setUint32(4, tickUs, true);
  values.forEach((value, i) => {
    view.setUint16(8 + 2 * i, Number.isNaN(value) ? INVALID : value, true);
  });
  return bytes;
}

export interface FeatureSet {
  readonly canSetRate: boolean;
  readonly canIdentify: boolean;
  /** Null: the maker does not say. */
  readonly contractionLowers: boolean | null;
  readonly unit: 'count' | 'Pa' | 'N' | 'kg';
  /** Units per count. */
  readonly scale: number;
  readonly range: { readonly min: number; readonly max: number };
  readonly rateHz: number;
  readonly rateRangeHz: { readonly min: number; readonly max: number };
  readonly firmware: readonly [major: number, minor: number];
}

/** Section 4: 20 bytes. */
export function encodeFeatures(features: FeatureSet): Uint8Array {
  const { contractionLowers, range, rateRangeHz, firmware } = features;
  const view = new DataView(new ArrayBuffer(20));
  const flags =
    (features.canSetRate ? 1 : 0) |
    (features.canIdentify ? 2 : 0) |
    (contractionLowers === null ? 0 : 4) |
    (contractionLowers === true ? 8 : 0);
  view.setUint8(0, 1);
  view.setUint8(1, flags);
  view.setUint8(2, 1);
  view.setUint8(3, ['count', 'Pa', 'N', 'kg'].indexOf(features.unit));
  view.setFloat32(4, features.scale, true);
  view.setUint16(8, range.min, true);
  view.setUint16(10, range.max, true);
  view.setUint16(12, features.rateHz, true);
  view.setUint16(14, rateRangeHz.min, true);
  view.setUint16(16, rateRangeHz.max, true);
  view.setUint8(18, firmware[0]);
  view.setUint8(19, firmware[1]);
  return new Uint8Array(view.buffer);
}

export const RESULT = { done: 1, unsupported: 2, refused: 3, failed: 4, busy: 5 } as const;

/** Section 3: what the control point indicates. */
export function encodeAnswer(opcode: number, result: number): Uint8Array {
  return Uint8Array.of(0x80, opcode, result);
}
