import { createHash } from 'node:crypto';

/** What the work below takes on the machine that the limits were set on, alone there. */
const ALONE_MS = 40;
/** A machine that is slower still is not waited for any longer. */
const MOST = 5;
const BLOCK = Buffer.alloc(8 << 20);

/**
 * How many times as long as usual things take here and now, between 1 and 5: on a slow machine, or beside other work. Limits of time are multiplied
 * by it, so that a test fails for what the app does and not for what else the machine does.
 */
export function slowness(): number {
  const startMs = performance.now();
  for (let n = 0; n < 8; n++) createHash('sha256').update(BLOCK).digest();
  return Math.min(MOST, Math.max(1, (performance.now() - startMs) / ALONE_MS));
}
