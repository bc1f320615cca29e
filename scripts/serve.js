import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
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
  const files = sirv(buildDir, { dev: true, etag: true });

  return http.createServer((request, response) => {
    const [encoded = '/', query] = (request.url ?? '/').split('?', 2);
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
    } else if (path === undefined || isPrivate(path)) {
      sendNotFound(response, buildDir);
    } else if (isPageWithSlash(buildDir, path)) {
      // The links of a page are relative to its own address, as they would be at a host.
      const address = encoded.replace(/^\/+/, '/').slice(0, -1);
      response.writeHead(308, { Location: query ? `${address}?${query}` : address }).end();
    } else {
      files(request, response, () => {
        sendNotFound(response, buildDir);
      });
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
