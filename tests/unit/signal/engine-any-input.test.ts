import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Command } from '../../../src/lib/signal/command';
import { Engine, ROW_LENGTH } from '../../../src/lib/signal/engine';
import type { SignalEvent } from '../../../src/lib/signal/event';
import { COMMANDS, littleSession, SET_UP } from './little-session';
import { unmeasured } from './unmeasured';

type Stretch = {
  readonly stepS: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
  readonly noise: number;
};

const command = fc.constantFrom<Command>(
  { do: 'tare', windowS: 1 },
  { do: 'tare', windowS: 3 },
  { do: 'calibrate' },
  { do: 'guide', scale: 'mvc', restS: 10 },
  { do: 'confirm', polarity: 1 },
  { do: 'practise' },
  { do: 'fast' },
  { do: 'object', index: 0, objection: 'breath' },
  { do: 'cancel' },
  { do: 'refer', reference: { polarity: -1, span: 300, scale: 'ref', rmaxPctPerS: 180 } },
  { do: 'accept', polarity: 1 },
  { do: 'accept', polarity: -1 },
  { do: 'start', setUp: SET_UP },
  { do: 'start', setUp: { ...SET_UP, rounds: 1, forcePct: 10 } },
  { do: 'start', setUp: { ...SET_UP, tangentPct: 50 } },
  { do: 'start', setUp: { ...SET_UP, rounds: 10, fatigue: 'past' } },
  { do: 'pause' },
  { do: 'resume' },
  { do: 'stop' }
);
const raw = fc.oneof(fc.integer({ min: 0, max: 65534 }), fc.double({ min: -300, max: 300, noNaN: true }));
const stretch = fc.record({
  stepS: fc.oneof(fc.constantFrom(0.005, 0.01, 0.05), fc.double({ min: 1e-6, max: 3, noNaN: true })),
  count: fc.nat(400),
  from: raw,
  to: raw,
  noise: fc.constantFrom(0, 0, 1, 100)
});

const flat = (raw: number, s: number): Stretch => ({
  stepS: 0.01,
  count: 100 * s,
  from: raw,
  to: raw,
  noise: 0
});

/** On the scale of the little session (rest 1000, 100 % at 1500): a set whose first rest stays at 30 %, then a squeeze, then a knock. */
const EVERY_KIND: (Command | Stretch)[] = [
  { do: 'start', setUp: SET_UP },
  flat(1150, 10),
  flat(1000, 12),
  { do: 'stop' },
  flat(1300, 3),
  flat(1000, 3),
  { stepS: 0.01, count: 3, from: 1000, to: 1450, noise: 0 },
  flat(1000, 2)
];

/** An engine that checks every row and event it gives. */
class Checked {
  /** Whether there is a 100 %, and a rest that holds: with both there is a scale. */
  referenced = false;
  rested = false;
  /** A set is under way. */
  inSet = false;
  rows = 0;
  readonly told = new Set<SignalEvent['type']>();
  #s = 0;
  readonly #row = new Float64Array(ROW_LENGTH);
  readonly engine = new Engine((event: SignalEvent) => {
    expect(unmeasured(event, event.type)).toEqual([]);
    this.told.add(event.type);
    if (event.type === 'referenced') this.referenced = true;
    if (event.type === 'calibrating') this.referenced = false;
    if (event.type === 'cancelled') this.referenced = event.reference !== null;
    if (event.type === 'referred') [this.referenced, this.rested] = [true, false];
    if (event.type === 'set') this.inSet = true;
    if (event.type === 'set-end') this.inSet = false;
    if (event.type === 'zero-lost') this.rested = false;
    if (event.type === 'tared') this.rested = true;
    // In the pause of a set the rest from before goes on to hold.
    if (event.type === 'tare-refused' && !this.inSet) this.rested = false;
  });

  push(t: number, v: number): void {
    this.#s = t;
    this.#row.set([t, v]);
    this.engine.push(this.#row, 1);
    const [timeS = NaN, rawValue = NaN, pct = NaN, riseRate = NaN] = this.#row;
    const isRight =
      timeS === t &&
      rawValue === v &&
      Number.isFinite(pct) === (this.referenced && this.rested) &&
      Math.abs(riseRate) !== Infinity;
    if (!isRight) expect.fail(`row ${this.#row.join(', ')} with a reference: ${String(this.referenced)}`);
    this.rows += 1;
  }

  stretch({ stepS, count, from, to, noise }: Stretch): void {
    for (let i = 0; i < count; i++) {
      this.push(this.#s + stepS, from + ((to - from) * i) / count + (i % 2 === 0 ? noise : -noise));
    }
  }
}

it('no samples and commands, in any order, bring a number that is none: not in an event, not in % once 100 % is known', () => {
  let referenced = 0;
  const told = new Set<SignalEvent['type']>();
  const steps = fc.array(fc.oneof(command, stretch), { maxLength: 25, size: 'max' });
  fc.assert(
    fc.property(fc.boolean(), fc.constantFrom(0, 1), steps, (prepared, resolution, actions) => {
      const checked = new Checked();
      checked.engine.resolution = resolution;
      if (prepared) {
        const waiting = COMMANDS.slice(0, 3);
        for (const { t, v } of littleSession(50)) {
          for (; waiting[0] && waiting[0][0] < t; waiting.shift()) checked.engine.command(waiting[0][1]);
          checked.push(t, v);
        }
        expect(checked.referenced).toBe(true);
      }
      for (const action of actions) {
        if ('do' in action) checked.engine.command(action);
        else checked.stretch(action);
      }
      if (checked.referenced) referenced += 1;
      for (const type of checked.told) told.add(type);
    }),
    { numRuns: 150, examples: [[true, 1, EVERY_KIND]] }
  );
  // The claim is about something: many of these sessions had 100 %, and there were rounds, waiting and marks.
  expect(referenced).toBeGreaterThan(20);
  for (const type of ['round', 'waiting', 'mark', 'contraction'] as const) expect(told).toContain(type);
});
