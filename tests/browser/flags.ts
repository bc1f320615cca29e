import process from 'node:process';

/** How Chromium is started: Web Bluetooth, which Linux hides, unless it is to be missing; and no traffic of the browser's own. */
export function chromiumFlags(webBluetooth = true): string[] {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    ...(webBluetooth ? ['--enable-features=WebBluetooth,WebBluetoothNewPermissionsBackend'] : []),
    // A browser refuses to keep its sandbox as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
  ];
}
