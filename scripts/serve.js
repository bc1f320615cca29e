import { existsSync, readFileSync, realpathSync } from 'node:fs';
import http from 'node:http';
import { join, sep } from 'node:path';
import send from 'send';
import { headersFor, rulesReader } from './header-rules.js';

/**
 * Serves a build as a host would, with its own headers. Reads each file from disk at each request, so that
 * a server that is already running shows a new build.
 *
 * @param {string} buildDir
 * @returns {http.Server} not listening yet; let it listen on "localhost" only
 */
export function createServer(buildDir) {
  const headersFile = join(buildDir, '_headers');
  if (!existsSync(headersFile)) {
    throw new Error(`There is no finished build in ${buildDir}; run "npm run build" first.`);
  }
  const rulesOf = rulesReader(headersFile);

  return http.createServer((request, response) => {
    // A browser keeps what follows "#" to itself; other programs may send it.
    const [address = '/'] = (request.url ?? '/').split('#', 1);
    const [encoded = '/', query] = address.split('?', 2);
    const path = decode(encoded);
    try {
      for (const [name, value] of headersFor(rulesOf(), path ?? '/')) response.setHeader(name, value);
    } catch (error) {
      sendText(response, 500, error instanceof Error ? error.message : String(error));
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      sendText(response, 405, 'Only GET and HEAD are answered here.');
    } else if (path === undefined || isPrivate(path) || leaves(buildDir, path)) {
      sendNotFound(response, buildDir);
    } else if (isPageWithSlash(buildDir, path)) {
      // The links of a page are relative to its own address, as they would be at a host.
      const page = encoded.replace(/^\/+/, '/').slice(0, -1);
      response.writeHead(308, { Location: query ? `${page}?${query}` : page }).end();
    } else {
      // A page may stand beside a folder of the same name.
      const isPage = existsSync(join(buildDir, `${path}.html`));
      sendFile(request, response, buildDir, isPage ? `${encoded}.html` : encoded);
    }
  });
}

/**
 * @param {string} encoded
 * @returns {string | undefined} undefined when it cannot be read as a path
 */
function decode(encoded) {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} path
 * @returns {boolean} whether it leaves the build, names a hidden file, or names the rules themselves
 */
function isPrivate(path) {
  const parts = path.split(/[/\\]+/);
  return path.includes('\0') || parts.some((part) => part.startsWith('.')) || parts[1] === '_headers';
}

/** A page is asked for without its ending. */
const ENDINGS = ['', '.html'];

/**
 * @param {string} buildDir
 * @param {string} path
 * @returns {boolean} whether it names a symbolic link to a place outside of the build
 */
function leaves(buildDir, path) {
  const inside = realpathSync(buildDir) + sep;
  return ENDINGS.map((ending) => join(buildDir, path + ending)).some(
    (file) => existsSync(file) && !(realpathSync(file) + sep).startsWith(inside)
  );
}

/**
 * Sends a file, or the part of it that was asked for; a part that is not there is answered with 416.
 *
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 * @param {string} buildDir
 * @param {string} path as it was sent
 * @returns {void}
 */
function sendFile(request, response, buildDir, path) {
  const options = { root: buildDir, cacheControl: false };
  send(request, path, options)
    .on('directory', () => {
      sendNotFound(response, buildDir);
    })
    .on(
      'error',
      (/** @type {{ status?: number, headers?: Record<string, string> }} */ { status, headers }) => {
        if (status !== 416) {
          sendNotFound(response, buildDir);
          return;
        }
        for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
        sendText(response, 416, 'The file has no such part.');
      }
    )
    .pipe(response);
}

/**
 * @param {string} buildDir
 * @param {string} path
 * @returns {boolean}
 */
function isPageWithSlash(buildDir, path) {
  return path.endsWith('/') && path.length > 1 && existsSync(join(buildDir, `${path.slice(0, -1)}.html`));
}

/**
 * @param {http.ServerResponse} response
 * @param {string} buildDir
 * @returns {void}
 */
function sendNotFound(response, buildDir) {
  const page = join(buildDir, '404.html');
  // What is not there now may be there in the next build.
  response.setHeader('Cache-Control', 'no-cache');
  if (!existsSync(page)) {
    sendText(response, 404, 'There is nothing here.');
    return;
  }
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(readFileSync(page));
}

/**
 * @param {http.ServerResponse} response
 * @param {number} status
 * @param {string} text
 * @returns {void}
 */
function sendText(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain;charset=utf-8' }).end(`${text}\n`);
}
