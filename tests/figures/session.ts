import type { Layer } from '../../src/lib/figure/figure';
import type { Command, SetUp } from '../../src/lib/signal/command';
import { ROW, ROW_LENGTH } from '../../src/lib/signal/engine';
import type { RoundEvent, SignalEvent } from '../../src/lib/signal/event';
import { SetSchedule } from '../../src/lib/signal/schedule';
import { run } from '../unit/signal/little-session';
import { sampled } from '../unit/signal/samples';
import { defined, type Curve } from './signals';

/** A sensor that reads 1000 at rest, and 10 more for each % of the reference. */
const [REST, PER_PCT] = [1000, 10];
const RATE_HZ = 100;

/** What the live engine made of a signal. */
export interface Session {
  readonly t: Float64Array;
  /** % above the zero as it was then. */
  readonly pct: Float64Array;
  /** % above the zero of the tare. */
  readonly tarePct: Float64Array;
  readonly events: readonly SignalEvent[];
}

/**
 * The live engine, with 100 % known from an earlier session: rest is measured up to 4 s, and a set starts then; without a set-up it does
 * not, and the signal is watched as outside of sets.
 *
 * @param railPct highest % that the sensor can report
 */
export function session(pctAt: Curve, toS: number, setUp: SetUp | null, railPct = Infinity): Session {
  const max = REST + PER_PCT * railPct;
  const samples = sampled((s) => Math.min(max, REST + PER_PCT * pctAt(s)), RATE_HZ, 0, toS);
  const reference = { polarity: 1, span: 100 * PER_PCT, scale: 'mvc', rmaxPctPerS: null } as const;
  const commands: (readonly [number, Command])[] = [
    [0.1, { do: 'refer', reference }],
    [0.2, { do: 'tare', windowS: 3 }]
  ];
  if (setUp) commands.push([4, { do: 'start', setUp }]);
  const { rows, events } = run(samples, commands, 1, { min: 0, max });
  const columnOf = (at: number) => Float64Array.from(samples, (_, i) => rows[i * ROW_LENGTH + at] ?? NaN);
  return {
    t: columnOf(ROW.timeS),
    pct: columnOf(ROW.pct),
    tarePct: columnOf(ROW.raw).map((raw) => (raw - REST) / PER_PCT),
    events
  };
}

/** Where the zero was at each sample, % above that of the tare. */
export const zeroOf = ({ pct, tarePct }: Session) => tarePct.map((value, i) => value - (pct[i] ?? NaN));

/** The first round begins at that time of `session`, s: the lead-in takes 3 s. */
export const FIRST_ROUND_S = 7;

export function eventsOf<Type extends SignalEvent['type']>(
  { events }: Session,
  type: Type
): Extract<SignalEvent, { readonly type: Type }>[] {
  return events.filter(
    (event): event is Extract<SignalEvent, { readonly type: Type }> => event.type === type
  );
}

export const roundsOf = (session: Session): RoundEvent[] => eventsOf(session, 'round');

/** The band that was asked for, as the engine scheduled it. */
export function bandOf(session: Session, setUp: SetUp): Layer {
  const schedule = eventsOf(session, 'schedule').reduce(
    (all, { atS, round, startS }) => all.with(atS, round, startS),
    new SetSchedule(setUp)
  );
  const { bandPct } = schedule;
  const [outline = []] = schedule.outlines(0, defined(session.t.at(-1)));
  const corners = Array.from({ length: outline.length / 2 }, (_, i) => {
    const [s, pct] = [defined(outline[2 * i]), defined(outline[2 * i + 1])];
    return [s, pct - bandPct, pct + bandPct] as const;
  });
  return { draw: 'ribbon', corners };
}
