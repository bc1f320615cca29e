import { m } from '$lib/paraglide/messages';
import type { ErrorCode } from '../errors';

/** One plain sentence for each code; a code without its text does not compile. */
const TEXTS: Record<ErrorCode | 'unforeseen', () => string> = {
  bluetooth_off: m.error_bluetooth_off,
  bluetooth_denied: m.error_bluetooth_denied,
  not_this_sensor: m.error_not_this_sensor,
  another_sensor: m.error_another_sensor,
  connect_failed: m.error_connect_failed,
  connect_timeout: m.error_connect_timeout,
  sensor_refused: m.error_sensor_refused,
  session_not_found: m.error_session_not_found,
  session_unreadable: m.error_session_unreadable,
  recording_elsewhere: m.error_recording_elsewhere,
  storage_unavailable: m.error_storage_unavailable,
  unforeseen: m.error_unforeseen
};

export function errorText(code: ErrorCode | 'unforeseen'): string {
  return TEXTS[code]();
}
