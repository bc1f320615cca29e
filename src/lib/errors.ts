/**
 * Everything that can go wrong in a way that a person can act on. The code is the key of its text (`error_<code>` in messages/),
 * so a missing translation does not compile; and it is the message, because only that survives the way out of a worker.
 */
export const ERROR_CODES = [
  'bluetooth_off',
  'bluetooth_denied',
  'not_this_sensor',
  'another_sensor',
  'connect_failed',
  'connect_timeout',
  'choose_timeout',
  'sensor_silent',
  'sensor_refused',
  'session_not_found',
  'session_unreadable',
  'session_settled',
  'recording_elsewhere',
  'storage_unavailable',
  'part_missing',
  'storage_full'
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    options?: ErrorOptions
  ) {
    super(code, options);
  }
}

/** The code of an error that may have crossed a thread, or null for one that nobody foresaw. */
export function errorCode(error: unknown): ErrorCode | null {
  const message = error instanceof Error ? error.message : '';
  return ERROR_CODES.find((code) => code === message) ?? null;
}
