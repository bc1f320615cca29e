import { base, build, files, prerendered, version } from '$service-worker';

/**
 * The app without a network. Files whose name holds their content come from the copy; pages come from the network, and from the
 * copy only when there is none, so a newer build always wins. A new copy waits until the old one's pages are closed: a session
 * under way keeps the files that it began with.
 */
declare const self: ServiceWorkerGlobalScope;

const COPY = `bodem-${version}`;
const immutable = new Set(build);

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(COPY).then((copy) => copy.addAll([...build, ...files, ...prerendered])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('bodem-') && name !== COPY)
            .map((name) => caches.delete(name))
        )
      )
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  event.respondWith(immutable.has(url.pathname) ? copyFirst(request) : networkFirst(request, url));
});

async function copyFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function networkFirst(request: Request, { pathname }: URL): Promise<Response> {
  try {
    return await fetch(request);
  } catch (offline) {
    const page = pathname === `${base}/` ? pathname : pathname.replace(/\/$/, '');
    const copied = await caches.match(page);
    if (copied) return copied;
    throw offline;
  }
}
