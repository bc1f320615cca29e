import { m } from '$lib/paraglide/messages';
import { errorCode, type ErrorCode } from '../errors';

/** One plain sentence for each code; a code without its text does not compile. */
const TEXTS: Record<ErrorCode | 'unforeseen', () => string> = {
  bluetooth_off: m.error_bluetooth_off,
  bluetooth_denied: m.error_bluetooth_denied,
  not_this_sensor: m.error_not_this_sensor,
  another_sensor: m.error_another_sensor,
  connect_failed: m.error_connect_failed,
  connect_timeout: m.error_connect_timeout,
  choose_timeout: m.error_choose_timeout,
  sensor_silent: m.error_sensor_silent,
  sensor_refused: m.error_sensor_refused,
  session_not_found: m.error_session_not_found,
  session_unreadable: m.error_session_unreadable,
  session_settled: m.error_session_settled,
  recording_elsewhere: m.error_recording_elsewhere,
  storage_unavailable: m.error_storage_unavailable,
  part_missing: m.error_part_missing,
  storage_full: m.error_storage_full,
  unforeseen: m.error_unforeseen
};

export function errorText(code: ErrorCode | 'unforeseen'): string {
  return TEXTS[code]();
}

/** Why something could not be stored: what was typed is still there, so nobody is asked to load the page again. */
export function storingErrorText(error: unknown): string {
  const code = errorCode(error);
  return code === null || code === 'storage_unavailable' ? m.not_stored() : errorText(code);
}

/** Why something could not be removed, where nothing was typed. */
export function removingErrorText(error: unknown): string {
  return ofUntyped(error, m.not_removed);
}

/** Why something that was pressed and not typed could not be stored. */
export function changingErrorText(error: unknown): string {
  return ofUntyped(error, m.not_changed);
}

function ofUntyped(error: unknown, notWritten: () => string): string {
  const code = errorCode(error);
  const isUnwritten = code === null || code === 'storage_unavailable' || code === 'storage_full';
  return isUnwritten ? notWritten() : errorText(code);
}
