/** What a sensor offers over Bluetooth: services with their characteristics, as data that every skin reads. */

export type Property = 'read' | 'write' | 'write-without-response' | 'notify' | 'indicate';

export interface Characteristic {
  /** 128 bits, lower case. */
  readonly uuid: string;
  readonly properties: readonly Property[];
}

export interface Service {
  readonly uuid: string;
  readonly characteristics: readonly Characteristic[];
}

/** A 16-bit UUID of the Bluetooth SIG in full. */
export function fullUuid(short: number): string {
  return `${short.toString(16).padStart(8, '0')}-0000-1000-8000-00805f9b34fb`;
}

export const BATTERY_LEVEL = fullUuid(0x2a19);
export const MANUFACTURER = fullUuid(0x2a29);
export const MODEL = fullUuid(0x2a24);
export const FIRMWARE_REVISION = fullUuid(0x2a26);

export const BATTERY_SERVICE: Service = {
  uuid: fullUuid(0x180f),
  characteristics: [{ uuid: BATTERY_LEVEL, properties: ['read', 'notify'] }]
};

/** No serial number (2A25): browsers refuse it to every page. */
export const DEVICE_INFORMATION: Service = {
  uuid: fullUuid(0x180a),
  characteristics: [MANUFACTURER, MODEL, FIRMWARE_REVISION].map((uuid) => ({ uuid, properties: ['read'] }))
};

/** Why a sensor refuses an operation; the skins translate it into their own language. */
export type RefusalReason = 'not-connected' | 'connect-refused' | 'unknown' | 'not-permitted';

export class Refusal extends Error {
  constructor(readonly reason: RefusalReason) {
    super(reason);
    this.name = 'Refusal';
  }
}
