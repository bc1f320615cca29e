/** So long after the system let the screen go dark it is asked again: at once, a low battery would be asked without end. */
export const ASK_AGAIN_MS = 2000;

/** Keeps the screen on while the page is shown, where the browser can. Returns how to stop. */
export function keepAwake(document: Document): () => void {
  let lock: WakeLockSentinel | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const off = new AbortController();
  const ask = async () => {
    clearTimeout(again);
    const isHeld = lock !== null && !lock.released;
    if (isHeld || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    // Refused on a low battery: training works without.
    lock = await navigator.wakeLock.request('screen').catch(() => null);
    if (off.signal.aborted) await lock?.release();
    else lock?.addEventListener('release', askLater, { signal: off.signal });
  };
  // A hidden page lost it for that reason, and asks when it is shown.
  const askLater = () => {
    again = setTimeout(() => void ask(), ASK_AGAIN_MS);
  };
  document.addEventListener('visibilitychange', () => void ask(), { signal: off.signal });
  void ask();
  return () => {
    off.abort();
    clearTimeout(again);
    void lock?.release();
  };
}
