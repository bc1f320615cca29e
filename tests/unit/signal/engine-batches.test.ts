import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SignalEvent } from '../../../src/lib/signal/event';
import type { Mark } from '../../../src/lib/signal/marks';
import { COMMANDS, littleSession, run, SET_UP, type Timed } from './little-session';
import type { Sample } from './samples';

/** Long enough for one flat level, and another. */
const LONG_RESTS = { ...SET_UP, pattern: { ...SET_UP.pattern, restMs: 6000 }, rounds: 5 };

/** What somebody does on the seat, and how long, s. On the scale of the little session rest is 1000, and 100 % lies 500 above it. */
interface Move {
  readonly does:
    | 'rest'
    | 'squeeze'
    | 'knock'
    | 'shift'
    | 'drift'
    | 'leave'
    | 'silence'
    | 'pause'
    | 'resume'
    | 'stop'
    | 'start';
  readonly pct: number;
  readonly lengthS: number;
}

const move = fc.record({
  does: fc.constantFrom<Move['does']>(
    ...(['rest', 'rest', 'squeeze', 'squeeze', 'squeeze', 'knock', 'shift'] as const),
    ...(['drift', 'leave', 'silence', 'pause', 'resume', 'stop', 'start'] as const)
  ),
  pct: fc.integer({ min: 5, max: 80 }),
  lengthS: fc.constantFrom(0.3, 1, 2, 5)
});

/** The samples of those moves, and the commands between them, behind the little session's way to its 100 %. */
function acted(moves: readonly Move[], rateHz: number, noise: number): [Sample[], Timed[]] {
  const samples = littleSession(rateHz).filter(({ t }) => t < 25);
  const commands = COMMANDS.slice(0, 3);
  let s = 25;
  let restPct = 0;
  const add = (pct: number, lengthS: number) => {
    for (const endS = s + lengthS; s < endS; s += 1 / rateHz)
      samples.push({ t: s, v: Math.round(1000 + 5 * pct + noise * Math.sin(samples.length ** 2)) });
  };
  const tell: Record<Move['does'], (move: Move) => void> = {
    rest: ({ lengthS }) => {
      add(restPct, lengthS);
    },
    squeeze: ({ pct, lengthS }) => {
      add(restPct + pct, lengthS);
      add(restPct, 1);
    },
    knock: ({ pct }) => {
      add(restPct + pct, 0.03);
      add(restPct, 0.5);
    },
    shift: ({ pct, lengthS }) => {
      restPct = ((pct % 2 === 0 ? -1 : 1) * pct) / 6;
      add(restPct, lengthS);
    },
    drift: ({ lengthS }) => {
      restPct += 1;
      add(restPct, lengthS);
    },
    leave: ({ lengthS }) => {
      add(-150, lengthS);
    },
    silence: ({ lengthS }) => (s += lengthS),
    pause: () => commands.push([s - 0.5 / rateHz, { do: 'pause' }]),
    resume: () => commands.push([s - 0.5 / rateHz, { do: 'resume' }]),
    stop: () => commands.push([s - 0.5 / rateHz, { do: 'stop' }]),
    start: () => commands.push([s - 0.5 / rateHz, { do: 'start', setUp: LONG_RESTS }])
  };
  for (const each of [{ does: 'start', pct: 0, lengthS: 0 } as const, ...moves]) {
    tell[each.does](each);
    add(restPct, 0.1);
  }
  return [samples, [...commands]];
}

/** To −8 % in the rest from 32 to 38 s; in that from 42 to 48 s up to 1 %, and back. By chance that is seldom. */
const POSTURES: Move[] = [
  { does: 'rest', pct: 0, lengthS: 5 },
  { does: 'rest', pct: 0, lengthS: 3.5 },
  { does: 'shift', pct: 48, lengthS: 4 },
  { does: 'rest', pct: 0, lengthS: 5.8 },
  { does: 'shift', pct: 5, lengthS: 2.2 },
  { does: 'shift', pct: 48, lengthS: 4 }
];

it('however many samples come at once, whatever happens meanwhile, all rows and events are the same', () => {
  const told = new Set<SignalEvent['type'] | Mark['mark']>();
  const moves = fc.array(move, { minLength: 5, maxLength: 25, size: 'max' });
  const rate = fc.constantFrom(20, 50, 100, 200);
  fc.assert(
    fc.property(
      moves,
      rate,
      fc.constantFrom(0, 1, 8),
      fc.integer({ min: 2, max: 300 }),
      (...[all, hz, noise, batch]) => {
        const [samples, commands] = acted(all, hz, noise);
        const one = run(samples, commands);
        const many = run(samples, commands, batch);
        expect(many.events).toEqual(one.events);
        expect(many.rows.findIndex((value, i) => !Object.is(value, one.rows[i]))).toBe(-1);
        for (const event of one.events) told.add(event.type === 'mark' ? event.mark : event.type);
      }
    ),
    { numRuns: 150, examples: [[POSTURES, 100, 0, 7]] }
  );
  for (const type of [
    'gap',
    'round',
    'waiting',
    'pulse',
    'posture',
    'zero',
    'zero-lost',
    'contraction'
  ] as const)
    expect(told).toContain(type);
});
