import { base, build, files, prerendered, version } from '$service-worker';

/**
 * The app without a network, or with a bad one. Files whose name holds their content come from a copy; pages come from the network, so
 * that a newer build always wins, and from the copy where the host does not answer in time or answers that it cannot.
 *
 * A new copy waits until the old one's pages are closed, and an older copy is kept as long as a page is open that may need it: a
 * session under way keeps the files that it began with.
 */
declare const self: ServiceWorkerGlobalScope;

const PREFIX = 'bodem-';
const COPY = `${PREFIX}${version}`;
/** The folder of files whose name holds their content, of this build and of any other. */
const IMMUTABLE = `${base}/_app/immutable/`;
/** *Decision*. Who waits longer for a page that is there already thinks that it is broken. */
const PATIENCE_MS = 3000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(COPY).then((copy) => copy.addAll([...build, ...files, ...prerendered])));
});

self.addEventListener('activate', (event) => {
  // A page of the first visit belongs to nobody; taken over, it makes an update wait for it.
  event.waitUntil(dropOldCopies().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.waitUntil(dropOldCopies());
  event.respondWith(url.pathname.startsWith(IMMUTABLE) ? copyFirst(request) : networkFirst(request, url));
});

/** While any page is open, it may be of an older build. */
async function dropOldCopies(): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.length > 0) return;
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== COPY);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** From this copy or an older one. */
async function copyFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function networkFirst(request: Request, { pathname }: URL): Promise<Response> {
  const page = pathname === `${base}/` ? pathname : pathname.replace(/\/$/, '');
  const copied = await (await caches.open(COPY)).match(page);
  if (!copied) return fetch(request);
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, null);
  });
  const answer = await Promise.race([whole(request), late]);
  return answer ?? copied;
}

/** The answer of the host with all its bytes, which may come late; null where it has none, or says that it cannot answer now. */
async function whole(request: Request): Promise<Response | null> {
  try {
    const answer = await fetch(request);
    if (answer.status >= 500) return null;
    // A page that was moved, or not changed, is the browser's to deal with.
    if (!answer.ok || answer.type !== 'basic' || answer.redirected) return answer;
    const { status, statusText, headers } = answer;
    return new Response(await answer.arrayBuffer(), { status, statusText, headers });
  } catch {
    return null;
  }
}
