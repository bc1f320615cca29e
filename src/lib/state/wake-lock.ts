/** Keeps the screen on while the page is shown, where the browser can. Returns how to stop. */
export function keepAwake(document: Document): () => void {
  let lock: WakeLockSentinel | null = null;
  const off = new AbortController();
  const ask = async () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    // Refused on a low battery: training works without.
    lock = await navigator.wakeLock.request('screen').catch(() => null);
    if (off.signal.aborted) await lock?.release();
  };
  document.addEventListener('visibilitychange', () => void ask(), { signal: off.signal });
  void ask();
  return () => {
    off.abort();
    void lock?.release();
  };
}
