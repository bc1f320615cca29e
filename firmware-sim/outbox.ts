import type { Faults } from './faults';

/** One value that reaches the receiver. */
export interface Notification {
  readonly characteristic: string;
  readonly bytes: Uint8Array;
  /** When it left the sensor, in seconds of the sensor's time. */
  readonly atS: number;
}

interface Outgoing {
  readonly characteristic: string;
  readonly bytes: Uint8Array;
  readonly dueUs: number;
  /** Whole samples in a frame of pressure; −1: not a frame, and spared by the frame faults. */
  readonly samples: number;
}

/** What has left the sensor since its construction, to hold a receiver's figures against. */
export class Sent {
  /** Frames that arrived, each counted once, and the whole samples in them. */
  frames = 0;
  samples = 0;
  /** Frames that a fault swallowed, and the samples in them. */
  lostFrames = 0;
  lostSamples = 0;
  /** Of `frames`: arrived after a successor, arrived twice, arrived shortened. */
  lateFrames = 0;
  repeatedFrames = 0;
  truncatedFrames = 0;
}

/** Holds what the firmware sends until its connection event, and lets mishaps befall the frames. */
export class Outbox {
  readonly sent = new Sent();
  private waiting: Outgoing[] = [];
  private held: Outgoing | null = null;

  constructor(
    private readonly faults: Faults,
    /** Things leave only on whole multiples of this, µs; 0: at once. */
    private readonly connectionIntervalUs: number,
    private readonly layout: { readonly headerBytes: number; readonly sampleBytes: number }
  ) {}

  add(characteristic: string, bytes: Uint8Array, readyUs: number, samples = -1): void {
    const step = this.connectionIntervalUs;
    const dueUs = step > 0 ? Math.ceil(readyUs / step) * step : readyUs;
    this.waiting.push({ characteristic, bytes, dueUs, samples });
  }

  /** The connection ended: what did not leave never will. */
  clear(): void {
    this.waiting = [];
    this.held = null;
  }

  /** Everything due up to `nowUs`, in order of leaving; what nobody subscribed to is thrown away. */
  release(nowUs: number, isSubscribed: (characteristic: string) => boolean): Notification[] {
    const due = this.waiting.filter((item) => item.dueUs <= nowUs).sort((a, b) => a.dueUs - b.dueUs);
    if (due.length === 0) return [];
    this.waiting = this.waiting.filter((item) => item.dueUs > nowUs);
    const out: Notification[] = [];
    for (const item of due) {
      if (!isSubscribed(item.characteristic)) continue;
      if (item.samples < 0) push(out, item, item.dueUs);
      else this.releaseFrame(item, out);
    }
    return out;
  }

  private releaseFrame(frame: Outgoing, out: Notification[]): void {
    const { lost, late, repeated, truncated, truncateToBytes } = this.faults;
    const isLost = lost.strikes();
    const isLate = late.strikes();
    const isRepeated = repeated.strikes();
    const isTruncated = truncated.strikes();
    if (isLost) {
      this.sent.lostFrames += 1;
      this.sent.lostSamples += frame.samples;
      return;
    }
    const item = isTruncated ? this.shorten(frame, truncateToBytes) : frame;
    if (isLate && this.held === null) {
      this.held = item;
      return;
    }
    this.deliver(item, frame.dueUs, out);
    if (isRepeated) {
      this.sent.repeatedFrames += 1;
      push(out, item, frame.dueUs);
    }
    if (this.held === null) return;
    this.sent.lateFrames += 1;
    this.deliver(this.held, frame.dueUs, out);
    this.held = null;
  }

  private deliver(frame: Outgoing, atUs: number, out: Notification[]): void {
    this.sent.frames += 1;
    this.sent.samples += frame.samples;
    push(out, frame, atUs);
  }

  private shorten(frame: Outgoing, toBytes: number): Outgoing {
    const bytes = frame.bytes.slice(0, toBytes);
    const whole = Math.floor((bytes.length - this.layout.headerBytes) / this.layout.sampleBytes);
    this.sent.truncatedFrames += 1;
    return { ...frame, bytes, samples: Math.max(0, Math.min(frame.samples, whole)) };
  }
}

function push(out: Notification[], item: Outgoing, atUs: number): void {
  out.push({ characteristic: item.characteristic, bytes: item.bytes, atS: atUs / 1e6 });
}
