import type { Command } from '../../../../src/lib/signal/command';
import { Engine, ROW_LENGTH } from '../../../../src/lib/signal/engine';
import type { SignalEvent } from '../../../../src/lib/signal/event';

export type EventOf<T extends SignalEvent['type']> = Extract<SignalEvent, { type: T }>;

/** A squeeze of `holdS` at 100 units: half a second up, half a second down. */
export function squeezeAt(sinceS: number, holdS: number): number {
  return 100 * Math.max(0, Math.min(1, sinceS / 0.5, (holdS + 1 - sinceS) / 0.5));
}

/** What is done with a calibration, and by whom. All in sensor numbers above 1000 at rest. */
export interface Actor {
  /** Of each attempt in turn, the share of 100 % (500 numbers); the last one goes on. */
  readonly heights: readonly number[];
  readonly polarity?: 1 | -1;
  readonly scale?: 'mvc' | 'ref';
  readonly rateHz?: number;
  /** Added to the signal: seconds since the newest attempt was asked for (NaN before the first), which attempt it is, and the time. */
  readonly disturb?: (sinceCueS: number, attempt: number, t: number) => number;
  /** Samples that do not come. */
  readonly isLost?: (sinceCueS: number, attempt: number, t: number) => boolean;
  /** What is pressed, after each event. */
  readonly press?: (event: SignalEvent) => Command | null;
  readonly range?: { min: number; max: number };
  readonly untilS?: number;
}

/**
 * A guided calibration from its first to its last second, by somebody who does what is asked, at once: practises twice, confirms what was
 * proposed, squeezes for 5 s when asked. The noise is one number up and down in turn, so that σ is 1.
 */
export function guidedSession(actor: Actor): SignalEvent[] {
  const { heights, polarity = 1, scale = 'mvc', rateHz = 100, untilS = 300 } = actor;
  const events: SignalEvent[] = [];
  const waiting: Command[] = [];
  const engine = new Engine((event) => {
    events.push(event);
    const pressed = actor.press?.(event);
    if (pressed) waiting.push(pressed);
    if (event.type === 'guide' && event.step === 'confirm') waiting.push({ do: 'confirm', polarity });
    if (event.type === 'guide' && event.step === 'practice') practiceS = event.atS + 1;
    if (event.type === 'guide' && event.step === 'squeeze') [cueS, attempt] = [event.atS, attempt + 1];
  });
  if (actor.range) engine.range = actor.range;
  engine.resolution = 1;
  let practiceS = NaN;
  let cueS = NaN;
  let attempt = 0;
  const row = new Float64Array(ROW_LENGTH);
  for (let i = 0; i < untilS * rateHz; i++) {
    const t = i / rateHz;
    if (i === rateHz) engine.command({ do: 'guide', scale, restS: 30 });
    for (let command = waiting.shift(); command; command = waiting.shift()) engine.command(command);
    if (actor.isLost?.(t - cueS, attempt, t)) continue;
    const practised = [0, 4].reduce((sum, s) => sum + (squeezeAt(t - practiceS - s, 1.5) || 0), 0);
    const height = (heights[Math.min(attempt, heights.length) - 1] ?? 0) * (squeezeAt(t - cueS, 4.5) || 0);
    const disturbed = actor.disturb?.(t - cueS, attempt, t) ?? 0;
    const value = 1000 + polarity * 5 * (0.8 * practised + height) + disturbed + (i % 2 === 0 ? 1 : -1);
    row[0] = t;
    row[1] = Math.min(Math.max(value, engine.range.min), engine.range.max);
    engine.push(row, 1);
  }
  return events;
}

export function told<T extends SignalEvent['type']>(events: readonly SignalEvent[], type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}
