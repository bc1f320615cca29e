import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isServing } from '../../../scripts/port.js';
import { createServer } from '../../../scripts/serve.js';

const RULES = '/*\n  X-Ours: yes\n  Cache-Control: no-cache\n/_app/immutable/*\n  Cache-Control: immutable\n';

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

let root: string;
let dir: string;
let server: Server;

// fetch would tidy the path before it sends it.
function ask(path: string, method = 'GET', headers = {}): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ host: 'localhost', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'bodem-serve-'));
  dir = join(root, 'build');
  mkdirSync(join(dir, '_app', 'immutable'), { recursive: true });
  writeFileSync(join(root, 'package.json'), 'secret');
  writeFileSync(join(dir, '_headers'), RULES);
  writeFileSync(join(dir, 'index.html'), 'old start');
  writeFileSync(join(dir, 'practice.html'), 'practice');
  writeFileSync(join(dir, '.hidden'), 'secret');
  writeFileSync(join(dir, '_app', 'immutable', 'a.js'), 'a()');
  server = createServer(dir);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
});

afterEach(async () => {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  rmSync(root, { recursive: true });
});

it('serves pages without their ending, with the headers of the build', async () => {
  const start = await ask('/?x=1');
  expect(start).toMatchObject({ status: 200, body: 'old start' });
  expect(start.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-ours': 'yes',
    'cache-control': 'no-cache'
  });
  expect(await ask('/practice')).toMatchObject({ status: 200, body: 'practice' });
  expect((await ask('/practice/?a=b')).headers.location).toBe('/practice?a=b');
});

it('serves a page that stands beside a folder of the same name', async () => {
  mkdirSync(join(dir, 'practice'));
  writeFileSync(join(dir, 'practice', 'one.html'), 'one');
  expect(await ask('/practice')).toMatchObject({ status: 200, body: 'practice' });
  expect(await ask('/practice/one?x')).toMatchObject({ status: 200, body: 'one' });
});

it('gives a script its type and its own caching', async () => {
  const { headers } = await ask('/_app/immutable/a.js');
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'x-ours': 'yes',
    'cache-control': 'immutable'
  });
});

it('answers 404 in plain text, or with the page for it', async () => {
  const plain = await ask('/_app/immutable/gone.js');
  expect(plain.status).toBe(404);
  expect(plain.headers).toMatchObject({
    'content-type': 'text/plain;charset=utf-8',
    'x-ours': 'yes',
    'cache-control': 'no-cache'
  });
  writeFileSync(join(dir, '404.html'), 'not found page');
  const page = await ask('/gone');
  expect(page).toMatchObject({ status: 404, body: 'not found page' });
  expect(page.headers['content-type']).toBe('text/html;charset=utf-8');
});

it('answers GET and HEAD and no other method', async () => {
  expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
  const post = await ask('/', 'POST');
  expect(post.status).toBe(405);
  expect(post.headers.allow).toBe('GET, HEAD');
});

it.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/_app/..%2f..%2f..%2fpackage.json',
  '/..%5cpackage.json',
  '//../package.json',
  '/.hidden',
  '/%2ehidden',
  '/_headers',
  '//_headers',
  '/_headers#x',
  '/_headers?x',
  '/%5fheaders',
  '/_headers/',
  '/%00',
  '/%zz',
  '/_app/',
  '/_app'
])('does not serve %s', async (path) => {
  const { status, body } = await ask(path);
  expect(status).toBe(404);
  expect(body).toBe('There is nothing here.\n');
});

it('follows no symbolic link out of the build', async () => {
  symlinkSync(join(root, 'package.json'), join(dir, 'link'));
  symlinkSync(join(root, 'package.json'), join(dir, 'page.html'));
  symlinkSync(root, join(dir, 'up'));
  symlinkSync(join(dir, 'practice.html'), join(dir, 'inside.html'));
  for (const path of ['/link', '/page', '/page.html', '/up/package.json', '/up/build/../package.json'])
    expect((await ask(path)).status, path).toBe(404);
  expect(await ask('/inside')).toMatchObject({ status: 200, body: 'practice' });
});

// The page "practice" has 8 bytes.
it.each([
  ['bytes=5-1', 416],
  ['bytes=8-', 416],
  ['bytes=99999999999999999999-', 416],
  ['bytes=2-99999999999999999999', 206, 'actice'],
  ['bytes=0-0', 206, 'p'],
  ['bytes=-4', 206, 'tice'],
  ['bytes=1-2', 206, 'ra'],
  ['bytes=a-b', 200, 'practice'],
  ['lines=1-2', 200, 'practice']
])('answers the range %s with %i', async (range, status, body?: string) => {
  const answer = await ask('/practice', 'GET', { range });
  expect(answer.status).toBe(status);
  if (body === undefined) expect(answer.headers['content-range']).toBe('bytes */8');
  else expect(answer.body).toBe(body);
  // Whatever was asked, the next one is answered.
  expect((await ask('/practice')).body).toBe('practice');
});

it('shows a new build, and its headers, without a restart', async () => {
  const before = await ask('/');
  rmSync(join(dir, '_headers'));
  expect((await ask('/')).headers['x-ours']).toBe('yes');
  writeFileSync(join(dir, 'index.html'), 'new start');
  utimesSync(join(dir, 'index.html'), new Date(), new Date(Date.now() + 5000));
  writeFileSync(join(dir, '_headers'), '/*\n  X-Ours: new\n');
  const after = await ask('/', 'GET', { 'if-none-match': before.headers.etag });
  expect(after).toMatchObject({ status: 200, body: 'new start' });
  expect(after.headers['x-ours']).toBe('new');
});

it('says in the answer what is wrong with broken headers', async () => {
  writeFileSync(join(dir, '_headers'), '/*\n  nonsense, and longer than before\n');
  expect(await ask('/')).toMatchObject({ status: 500 });
});

it('refuses a folder that holds no finished build', () => {
  expect(() => createServer(join(root, 'none'))).toThrow('npm run build');
});

it('is known by the version of its build, and nothing else is taken for it', async () => {
  const { port } = server.address() as AddressInfo;
  const address = `http://localhost:${port}`;
  expect(await isServing(address, dir)).toBe(false);
  writeFileSync(join(dir, '_app', 'version.json'), '{"version":"1"}');
  expect(await isServing(address, dir)).toBe(true);
  const other = join(root, 'other');
  mkdirSync(join(other, '_app'), { recursive: true });
  writeFileSync(join(other, '_app', 'version.json'), '{"version":"2"}');
  expect(await isServing(address, other)).toBe(false);
});
