import { quantile } from './measure';

/** The stretches in which somebody else has half of the core last for seconds. */
const LASTS_MS = 30_000;
const WARM_UP = 20;
/** Of all passes, those that count. */
const SHARE = 1 / 4;
const LOOPS = 1e6;

/** What the passes of one kind took, ms. */
export interface Passes {
  /** The median of those during which there was most of the core. */
  readonly undisturbedMs: number;
  readonly allMs: number;
}

/** A sentence for the notes. */
export const TOLD = `A core may be shared with what the machine does not see, and then takes up to twice as long for anything. So passes of all kinds take turns for ${LASTS_MS / 1000} s with a plain loop between them, and a figure is the median of the quarter of its passes beside which that loop was quickest; "all passes" is that of all of them.`;

/**
 * Passes of all kinds in turns, and what they took. Which of them count is decided by a plain loop before and after each, never by the
 * result: where the core is shared all of the time, that is seen.
 *
 * @param kinds each makes one pass and returns what that took, ms
 */
export function inTurns<Kind extends string>(
  kinds: Readonly<Record<Kind, () => number>>
): Readonly<Record<Kind, Passes>> {
  const all = Object.entries<() => number>(kinds).map(([name, pass]) => ({
    name,
    pass,
    taken: [] as Taken[]
  }));
  for (let i = 0; i < WARM_UP; i++) for (const { pass } of all) pass();
  for (let i = 0; i < WARM_UP; i++) plainLoop();
  const startMs = performance.now();
  for (let beforeMs = plainLoop(); performance.now() - startMs < LASTS_MS;) {
    for (const { pass, taken } of all) {
      const ms = pass();
      const afterMs = plainLoop();
      taken.push({ ms, besideMs: beforeMs + afterMs });
      beforeMs = afterMs;
    }
  }
  return Object.fromEntries(all.map(({ name, taken }) => [name, judged(taken)])) as Record<Kind, Passes>;
}

/** One pass, and the loops before and after it. */
interface Taken {
  readonly ms: number;
  readonly besideMs: number;
}

function judged(taken: readonly Taken[]): Passes {
  const times = taken.toSorted((a, b) => a.besideMs - b.besideMs).map(({ ms }) => ms);
  const counted = times.slice(0, Math.ceil(SHARE * times.length));
  return { undisturbedMs: quantile(counted, 0.5), allMs: quantile(times, 0.5) };
}

let kept = 0;

/** Additions that wait for nothing. @returns what they took, ms */
function plainLoop(): number {
  const startMs = performance.now();
  let a = kept;
  let b = 1;
  let c = 2;
  let d = 3;
  for (let i = 0; i < LOOPS; i++) {
    a = (a + i) | 0;
    b = (b ^ i) | 0;
    c = (c + 3 * i) | 0;
    d = (d ^ (i << 1)) | 0;
  }
  // Else there would be nothing to work out.
  kept = (a ^ b ^ c ^ d) & 1;
  return performance.now() - startMs;
}
