import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PrivateBus {
  /** For DBUS_SYSTEM_BUS_ADDRESS. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Anyone on it may own any name: it lives in a directory that only this user can enter. */
const config = (socket: string): string => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
  </policy>
</busconfig>
`;

/**
 * Waits for its standard input to close, which happens when we close it and also when this process dies in whatever way; then
 * ends the daemon and removes its directory.
 */
const KEEPER = `
dbus-daemon --nofork --nosyslog --config-file="$1/bus.conf" --print-address </dev/null &
read -r _
kill "$!"
wait "$!"
rm -rf "$1"
`;

/** A message bus of our own; throws one sentence where there is no dbus-daemon. */
export async function startPrivateBus(): Promise<PrivateBus> {
  if (spawnSync('dbus-daemon', ['--version'], { stdio: 'ignore' }).error) {
    throw new Error('Simulated Bluetooth needs dbus-daemon: install the package "dbus".');
  }
  const directory = mkdtempSync(join(tmpdir(), 'bodem-bus-'));
  writeFileSync(join(directory, 'bus.conf'), config(join(directory, 'socket')));
  // In a process group of its own, so that Ctrl-C does not reach it before it can clean up.
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', directory], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true
  });
  const ended = new Promise<void>((resolve) => keeper.once('close', resolve));
  let complaint = '';
  keeper.stderr.on('data', (data) => (complaint += String(data)));
  const stop = (): Promise<void> => {
    keeper.stdin.end();
    return ended;
  };
  const address = await Promise.race([
    new Promise<string>((resolve) => {
      keeper.stdout.once('data', (data) => {
        resolve(String(data).split(/[,\n]/)[0] ?? '');
      });
    }),
    ended.then(() => ''),
    new Promise<string>((resolve) => setTimeout(resolve, 5000, '').unref())
  ]);
  if (address === '') {
    await stop();
    throw new Error(`dbus-daemon did not start: ${complaint.trim() || 'it said nothing'}`);
  }
  return { address, stop };
}
