import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs */
  readonly ts: number;
  readonly dur?: number;
}

/** Everything through which script is entered on the main thread; each counts whole, the entering included. */
const SCRIPT = new Set([
  'FireAnimationFrame',
  'FunctionCall',
  'EventDispatch',
  'TimerFire',
  'RunMicrotasks',
  'EvaluateScript',
  'v8.evaluateModule',
  'FireIdleCallback'
]);

/** Script on a page's main thread, one number for each animation frame: from its beginning until the next one's, ms. */
export async function scriptPerFrame(
  browser: Browser,
  page: Page,
  work: () => Promise<void>
): Promise<number[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await work();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  return sumByFrame(traceEvents.filter(({ ph, name }) => ph === 'X' && SCRIPT.has(name)));
}

function sumByFrame(events: readonly TraceEvent[]): number[] {
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`;
    threads.set(thread, [...(threads.get(thread) ?? []), event]);
  }
  // Only a page that is shown gets animation frames; the measured one gets by far the most.
  const frames = (thread: readonly TraceEvent[]) =>
    thread.filter(({ name }) => name === 'FireAnimationFrame');
  const [main = []] = [...threads.values()].sort((a, b) => frames(b).length - frames(a).length);
  main.sort((a, b) => a.ts - b.ts);
  const sums: number[] = [];
  let lastFrameUs = -Infinity;
  let endUs = -Infinity;
  for (const { name, ts, dur = 0 } of main) {
    // Callbacks of one frame begin within a millisecond or two of each other.
    if (name === 'FireAnimationFrame' && ts - lastFrameUs > 4000) {
      sums.push(0);
      lastFrameUs = ts;
    }
    // What lies inside an event already counted adds nothing.
    const ownUs = Math.max(0, ts + dur - Math.max(ts, endUs));
    endUs = Math.max(endUs, ts + dur);
    if (sums.length > 0) sums[sums.length - 1] = (sums.at(-1) ?? 0) + ownUs / 1000;
  }
  // The last frame was cut short by the end of the trace.
  return sums.slice(0, -1);
}
