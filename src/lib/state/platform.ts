import type { BluetoothPort } from '../transport/gatt';

/** The browser's Web Bluetooth, or null where there is none. */
export function bluetoothOf(navigator: Navigator): BluetoothPort | null {
  return 'bluetooth' in navigator ? navigator.bluetooth : null;
}

/** Which advice helps where Web Bluetooth is missing. An iPad calls itself a Mac, but a Mac has no touch screen. */
export function whyMissing({ userAgent, maxTouchPoints }: Navigator): 'ios' | 'linux' | 'other' {
  if (/iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1))
    return 'ios';
  const isDesktopLinux = userAgent.includes('Linux') && !userAgent.includes('Android');
  return isDesktopLinux && userAgent.includes('Chrome/') ? 'linux' : 'other';
}

/** Asks the browser to keep what is stored also when room gets short. It may say no, or ask the person; nothing is lost by it. */
export function askToKeep({ storage }: Navigator): void {
  // A page that is not served safely has no storage to speak of.
  if ('persist' in (storage as Partial<StorageManager>)) storage.persist().catch(() => undefined);
}
