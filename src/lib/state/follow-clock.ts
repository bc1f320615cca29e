/** A day begins at midnight, but a time zone and the date of the device can change at any moment, and no event says so. */
const EVERY_MS = 20_000;

/** Looks at the clock while a page is open, and at once when it is shown again. @returns what ends it */
export function followClock(page: Document, look: () => void): () => void {
  const whenShown = () => {
    if (!page.hidden) look();
  };
  const timer = setInterval(look, EVERY_MS);
  page.addEventListener('visibilitychange', whenShown);
  return () => {
    clearInterval(timer);
    page.removeEventListener('visibilitychange', whenShown);
  };
}
