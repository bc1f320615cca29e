import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/**
 * @param {string | undefined} wanted what the PORT variable says
 * @returns {number}
 */
export function portFrom(wanted) {
  const port = wanted ? Number(wanted) : 4173;
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`PORT is "${wanted ?? ''}"; set it to a number from 1 to 65535, or unset it.`);
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether nobody listens there
 */
export async function isPortFree(port) {
  // "localhost" is one of these two, and a server on the other would take half of the visits.
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => isFree(port, host)));
  return answers.every(Boolean);
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function isFree(port, host) {
  return new Promise((resolve) => {
    const socket = createServer();
    socket.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // A machine without IPv6 has no ::1 to be taken.
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES');
    });
    socket.listen(port, host, () => {
      socket.close(() => {
        resolve(true);
      });
    });
  });
}

/**
 * Whether the server at this address shows the build in this folder: both name the same version.
 *
 * @param {string} address
 * @param {string} folder
 * @returns {Promise<boolean>}
 */
export async function isServing(address, folder) {
  try {
    const response = await fetch(`${address}/_app/version.json`, { signal: AbortSignal.timeout(3000) });
    return (
      response.ok && (await response.text()) === readFileSync(join(folder, '_app', 'version.json'), 'utf8')
    );
  } catch {
    return false;
  }
}
