import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs: begin, and duration as the clock and as the thread's own processor time tell it. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly functionName?: string } };
}

/** What script is there for. `frame`: the animation frame's callback; `answer`: a message of the worker's. */
export type Part = 'frame' | 'notification' | 'answer' | 'rest';

/** Script of one animation frame: from its beginning until the next one's. */
export interface FrameScript {
  readonly wallMs: number;
  /** The part of it in which the thread had a core. */
  readonly cpuMs: number;
  /** `cpuMs` by what it was for, ms. */
  readonly parts: Readonly<Record<Part, number>>;
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

/** Callbacks of one frame begin closer together than this, and frames further apart, µs. */
const SAME_FRAME_US = 4000;

/** Traces a page while `work` runs; one entry for each animation frame of its main thread. */
export async function scriptPerFrame(
  browser: Browser,
  page: Page,
  work: () => Promise<void>
): Promise<FrameScript[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await work();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  return sumByFrame(mainThread(traceEvents.filter(({ ph, name }) => ph === 'X' && SCRIPT.has(name))));
}

/** The browser has pages and workers of its own; the thread with the most animation frames is the measured page's. */
function mainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const frames = new Map<string, number>();
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  for (const event of events) {
    const thread = threadOf(event);
    if (event.name === 'FireAnimationFrame') frames.set(thread, (frames.get(thread) ?? 0) + 1);
  }
  const [main] = [...frames].sort((a, b) => b[1] - a[1]);
  return events.filter((event) => threadOf(event) === main?.[0]).sort((a, b) => a.ts - b.ts);
}

/**
 * What a piece of script was for. Listeners have no name but the property that they were set by: the worker's is `onmessage`, and the
 * only other one that runs by itself in a running set hears the sensor.
 */
function partOf({ name, args }: TraceEvent): Part {
  if (name === 'FireAnimationFrame') return 'frame';
  if (name !== 'FunctionCall') return 'rest';
  return args?.data?.functionName?.endsWith('onmessage') ? 'answer' : 'notification';
}

function sumByFrame(events: readonly TraceEvent[]): FrameScript[] {
  const frames: { wallMs: number; cpuMs: number; parts: Record<Part, number> }[] = [];
  let frameUs = -Infinity;
  let endUs = -Infinity;
  for (const event of events) {
    const { name, ts, dur = 0, tdur = dur } = event;
    if (name === 'FireAnimationFrame' && ts - frameUs > SAME_FRAME_US) {
      frames.push({ wallMs: 0, cpuMs: 0, parts: { frame: 0, notification: 0, answer: 0, rest: 0 } });
      frameUs = ts;
    }
    // What lies inside an event already counted adds nothing.
    const frame = ts >= endUs ? frames.at(-1) : undefined;
    endUs = Math.max(endUs, ts + dur);
    if (!frame) continue;
    frame.wallMs += dur / 1000;
    frame.cpuMs += tdur / 1000;
    frame.parts[partOf(event)] += tdur / 1000;
  }
  // The last frame was cut short by the end of the trace.
  return frames.slice(0, -1);
}
