/** Whether anybody has a plan on this device: on a first visit nothing of it is fetched, nor the archive started. */
const KEY = 'bodem.planned';

/** One was set up. */
export function notePlan(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // A browser that stores nothing has no plan to look for.
  }
}

export function isPlanned(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
