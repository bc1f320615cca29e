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
  readonly args?: { readonly name?: string; readonly data?: { readonly functionName?: string } };
}

/**
 * What script is there for. `drawing`: the animation frames, on whichever thread they run; `worker`: all else in the worker; on the main
 * thread `notification`, `answer` (a message of the worker's) and `rest`.
 */
export type Part = 'drawing' | 'worker' | 'notification' | 'answer' | 'rest';

export interface FrameScript {
  readonly frames: number;
  /** Processor time for each frame, ms. */
  readonly parts: Readonly<Record<Part, number>>;
}

/** Everything through which script is entered; each counts whole, the entering included. */
const SCRIPT = new Set([
  'FireAnimationFrame',
  'FunctionCall',
  'HandlePostMessage',
  'EventDispatch',
  'TimerFire',
  'RunMicrotasks',
  'EvaluateScript',
  'v8.evaluateModule',
  'FireIdleCallback'
]);

/** Callbacks of one frame begin closer together than this, and frames further apart, µs. */
const SAME_FRAME_US = 4000;

/** Traces a page while `work` runs. */
export async function scriptPerFrame(
  browser: Browser,
  page: Page,
  work: () => Promise<void>
): Promise<FrameScript> {
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await work();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const script = traceEvents.filter(({ ph, name }) => ph === 'X' && SCRIPT.has(name));
  const drawing = drawingThread(script);
  const frames = countFrames(script.filter((event) => threadOf(event) === drawing));
  const parts = { drawing: 0, worker: 0, notification: 0, answer: 0, rest: 0 };
  for (const [part, thread] of threadsOf(traceEvents, drawing)) {
    for (const event of outermost(script.filter((each) => threadOf(each) === thread))) {
      const { dur = 0, tdur = dur } = event;
      parts[part === 'main' ? partOf(event) : workerPartOf(event)] += tdur / 1000 / frames;
    }
  }
  return { frames, parts };
}

const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;

/** The browser has pages and workers of its own; the thread with the most animation frames draws the measured page's. */
function drawingThread(events: readonly TraceEvent[]): string {
  const frames = new Map<string, number>();
  for (const event of events) {
    if (event.name !== 'FireAnimationFrame') continue;
    frames.set(threadOf(event), (frames.get(threadOf(event)) ?? 0) + 1);
  }
  const [most] = [...frames].sort((a, b) => b[1] - a[1]);
  if (!most) throw new Error('Nothing was drawn.');
  return most[0];
}

/** Main thread and workers of the process in which that thread is. */
function threadsOf(events: readonly TraceEvent[], drawing: string): ['main' | 'worker', string][] {
  return events
    .filter((event) => event.name === 'thread_name' && drawing.startsWith(`${event.pid} `))
    .flatMap((event): ['main' | 'worker', string][] => {
      if (event.args?.name === 'CrRendererMain') return [['main', threadOf(event)]];
      return event.args?.name === 'DedicatedWorker thread' ? [['worker', threadOf(event)]] : [];
    });
}

/** Without what lies inside another one, which adds nothing. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let endUs = -Infinity;
  return [...events]
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < endUs) return false;
      endUs = ts + dur;
      return true;
    });
}

function countFrames(events: readonly TraceEvent[]): number {
  let lastUs = -Infinity;
  return events.filter(({ name, ts }) => {
    if (name !== 'FireAnimationFrame' || ts - lastUs <= SAME_FRAME_US) return false;
    lastUs = ts;
    return true;
  }).length;
}

/** A message can only come from the worker; a call that is neither that nor a timer hears the sensor. */
function partOf({ name }: TraceEvent): Part {
  if (name === 'FireAnimationFrame') return 'drawing';
  if (name === 'HandlePostMessage') return 'answer';
  return name === 'FunctionCall' ? 'notification' : 'rest';
}

function workerPartOf({ name }: TraceEvent): Part {
  return name === 'FireAnimationFrame' ? 'drawing' : 'worker';
}
