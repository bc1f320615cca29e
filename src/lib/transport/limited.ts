import { answeredWithin } from '../answered-within';
import { AppError, type ErrorCode } from '../errors';

export interface CallLimit {
  readonly ms: number;
  /** What the person is told then. */
  readonly code: ErrorCode;
}

/**
 * How long each call of Web Bluetooth is waited for: the browser itself may wait for ever (*decision*). Finding services takes a phone
 * some seconds the first time. `requestDevice` lasts as long as the person looks at the chooser, so its limit only ends what nobody sees.
 */
export const CALL_LIMITS = {
  requestDevice: { ms: 300_000, code: 'choose_timeout' },
  connect: { ms: 10_000, code: 'connect_timeout' },
  getPrimaryService: { ms: 10_000, code: 'sensor_silent' },
  getCharacteristic: { ms: 5_000, code: 'sensor_silent' },
  startNotifications: { ms: 5_000, code: 'sensor_silent' },
  readValue: { ms: 5_000, code: 'sensor_silent' },
  writeValueWithResponse: { ms: 5_000, code: 'sensor_silent' }
} as const satisfies Record<string, CallLimit>;
export type LimitedCall = keyof typeof CALL_LIMITS;

/** Waits for the work, but no longer than the limit, and not beyond the end of what it belongs to: then it rejects with the signal's reason. */
export async function limited<T>(
  { ms, code }: CallLimit,
  work: Promise<T>,
  signal?: AbortSignal
): Promise<T> {
  return answeredWithin(ms, work, { late: new AppError(code), signal });
}
