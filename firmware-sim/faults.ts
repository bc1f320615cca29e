import { Random } from './random';

/** When a fault strikes: the next `next` frames, every `every`-th frame, and a random `fraction` of frames (0–1). All may hold. */
export interface FaultTiming {
  readonly next?: number;
  readonly every?: number;
  readonly fraction?: number;
}

export interface FaultOptions {
  readonly seed?: number;
  readonly lost?: FaultTiming;
  readonly late?: FaultTiming;
  readonly repeated?: FaultTiming;
  readonly truncated?: FaultTiming;
  readonly truncateToBytes?: number;
  readonly refuse?: boolean;
  readonly hang?: boolean;
  readonly hangRead?: boolean;
  readonly hangSubscribe?: boolean;
  readonly withoutService?: boolean;
  readonly control?: ControlFault;
}

/** How the open profile's control point misbehaves: not at all, never answers, or answers this result without obeying. */
export type ControlFault = 'none' | 'silent' | number;

/** One kind of mishap to frames; its fields can be changed while the sensor runs. */
export class FrameFault {
  next: number;
  every: number;
  fraction: number;
  private frames = 0;

  constructor(
    private readonly random: Random,
    { next = 0, every = 0, fraction = 0 }: FaultTiming = {}
  ) {
    this.next = next;
    this.every = every;
    this.fraction = fraction;
  }

  /** Asked once for each frame. The dice roll each time, so that switching one fault leaves the others' pattern alone. */
  strikes(): boolean {
    this.frames += 1;
    const byChance = this.random.uniform() < this.fraction;
    const byCount = this.every > 0 && this.frames % this.every === 0;
    const asked = this.next > 0;
    if (asked) this.next -= 1;
    return byChance || byCount || asked;
  }

  off(): void {
    this.next = this.every = this.fraction = 0;
  }
}

/** Everything that can go wrong with one sensor, switchable at any time. Same seed, same mishaps. */
export class Faults {
  /** The frame never arrives. */
  readonly lost: FrameFault;
  /** The frame arrives after its successor; without a successor it never does. */
  readonly late: FrameFault;
  /** The frame arrives twice. */
  readonly repeated: FrameFault;
  /** Only the first `truncateToBytes` bytes arrive. */
  readonly truncated: FrameFault;
  truncateToBytes: number;
  /** Connecting is refused at once. */
  refuse: boolean;
  /** Connecting is never answered. */
  hang: boolean;
  /** Reading is never answered. */
  hangRead: boolean;
  /** Subscribing is never answered. */
  hangSubscribe: boolean;
  /** The sensor connects but lacks the service that it is known by. */
  withoutService: boolean;
  control: ControlFault;

  constructor(options: FaultOptions = {}) {
    const seed = options.seed ?? 1;
    this.lost = new FrameFault(new Random(seed, 11), options.lost);
    this.late = new FrameFault(new Random(seed, 12), options.late);
    this.repeated = new FrameFault(new Random(seed, 13), options.repeated);
    this.truncated = new FrameFault(new Random(seed, 14), options.truncated);
    this.truncateToBytes = options.truncateToBytes ?? 9;
    this.refuse = options.refuse ?? false;
    this.hang = options.hang ?? false;
    this.hangRead = options.hangRead ?? false;
    this.hangSubscribe = options.hangSubscribe ?? false;
    this.withoutService = options.withoutService ?? false;
    this.control = options.control ?? 'none';
  }
}
