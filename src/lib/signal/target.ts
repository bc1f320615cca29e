/** The unit of the four printed numbers: tenths of a second (*decision*: the unit is printed nowhere; docs/signal.md). */
export const PATTERN_UNIT_MS = 100;

/** Rise, isometric hold, fall and rest of one round, in ms. */
export interface Pattern {
  readonly riseMs: number;
  readonly holdMs: number;
  readonly fallMs: number;
  readonly restMs: number;
}

/** `ready`: the ramp that a tangent asks for is shorter than the pattern's rise, and is waited for. */
export type Cue = 'ready' | 'rise' | 'hold' | 'fall' | 'rest';

/** A stretch of straight target, in % of the reference. */
export interface Segment {
  readonly fromPct: number;
  readonly toPct: number;
  readonly ms: number;
  readonly cue: Cue;
}

/**
 * The four numbers as a target: linear to the force, hold, linear back, rest.
 *
 * @param rampMs a shorter rise; it ends where the pattern's does, and the target waits at 0 before it
 */
export function segmentsOf(pattern: Pattern, forcePct: number, rampMs = pattern.riseMs): readonly Segment[] {
  const waitMs = pattern.riseMs - rampMs;
  const wait = { fromPct: 0, toPct: 0, ms: waitMs, cue: 'ready' } as const;
  return [
    ...(waitMs > 0 ? [wait] : []),
    { fromPct: 0, toPct: forcePct, ms: rampMs, cue: 'rise' },
    { fromPct: forcePct, toPct: forcePct, ms: pattern.holdMs, cue: 'hold' },
    { fromPct: forcePct, toPct: 0, ms: pattern.fallMs, cue: 'fall' },
    { fromPct: 0, toPct: 0, ms: pattern.restMs, cue: 'rest' }
  ];
}

/** Half the band's height in %: as asked for, but never more than half the force. */
export function effectiveBandPct(bandPct: number, forcePct: number): number {
  return Math.min(bandPct, forcePct / 2);
}

/** One round of a target as a function of the seconds since it began. Allocates nothing when asked. */
export class TargetCurve {
  readonly durationS: number;
  /** Begin of each segment, s; the value there; and its slope, %/s. */
  readonly #starts: Float64Array;
  readonly #from: Float64Array;
  readonly #slopes: Float64Array;

  constructor(readonly segments: readonly Segment[]) {
    let ms = 0;
    this.#starts = Float64Array.from(segments, (segment) => {
      const startS = ms / 1000;
      ms += segment.ms;
      return startS;
    });
    this.#from = Float64Array.from(segments, ({ fromPct }) => fromPct);
    this.#slopes = Float64Array.from(segments, ({ fromPct, toPct, ms }) =>
      ms > 0 ? ((toPct - fromPct) * 1000) / ms : 0
    );
    this.durationS = ms / 1000;
  }

  /** Index of the segment under way at `s`; the first before the round, the last after it. */
  indexAt(s: number): number {
    let i = this.#starts.length - 1;
    while (i > 0 && s < (this.#starts[i] ?? 0)) i -= 1;
    return i;
  }

  startOf(index: number): number {
    return this.#starts[index] ?? NaN;
  }

  endOf(index: number): number {
    return this.#starts[index + 1] ?? this.durationS;
  }

  /** Target in % of the reference; 0 outside the round. */
  valueAt(s: number): number {
    return s < 0 || s >= this.durationS ? 0 : this.valueIn(this.indexAt(s), s);
  }

  /** Target in % of the reference at `s`, which lies in the segment of that index. */
  valueIn(index: number, s: number): number {
    return (this.#from[index] ?? 0) + (s - (this.#starts[index] ?? 0)) * (this.#slopes[index] ?? 0);
  }
}
