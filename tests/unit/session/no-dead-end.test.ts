import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doAsTold } from './as-told';
import { offersAt } from './offers';
import { KINDS, Walk } from './walk';

type Step =
  /** One of what is offered; `eager`: also while the screen asks for something else. */
  | { readonly press: number; readonly eager: boolean }
  | { readonly waitS: number }
  | { readonly coughPct: number }
  | { readonly seatPct: number }
  | { readonly upForS: number }
  | { readonly unlinkedForS: number; readonly rezeroes: boolean }
  | { readonly lostForS: number }
  | 'rezero';

/** Evenly: doubles of any size are nearly all next to 0. */
const within = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1000 }).map((n) => min + ((max - min) * n) / 1000);
const disturbance: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ coughPct: within(-60, 60) }),
  fc.record({ seatPct: within(-60, 60) }),
  fc.record({ upForS: within(1, 15) }),
  fc.record({ unlinkedForS: within(0.3, 20), rezeroes: fc.boolean() }),
  fc.record({ lostForS: within(0.1, 3) }),
  fc.constant('rezero' as const)
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ press: fc.constant(0), eager: fc.constant(false) }) },
  { weight: 4, arbitrary: fc.record({ press: fc.nat(20), eager: fc.boolean() }) },
  { weight: 9, arbitrary: fc.record({ waitS: within(0.3, 12) }) },
  { weight: 2, arbitrary: disturbance }
);
/** Strong and weak, one who never squeezes, and those whose squeeze lowers the signal; quiet and noisy, still and fidgeting. */
const traits = fc.record({
  seed: fc.nat(1e6),
  strengthPct: fc.oneof(fc.constantFrom(100, -100), fc.constantFrom(0, 100, -100), within(-100, 100)),
  noisePct: fc.oneof(within(0, 0.5), within(0, 2)),
  restless: fc.oneof(fc.constant(0), within(0, 0.1), within(0, 1)),
  driftPctPerS: fc.oneof(fc.constant(0), within(-0.5, 0.5))
});

function take(walk: Walk, one: Step): void {
  const { person, nowS } = walk;
  if (one === 'rezero') walk.rezero();
  else if ('press' in one) {
    const { asks, presses } = offersAt(walk.view);
    const offered = asks === 'press' || one.eager ? presses(walk.view) : [];
    const press = offered[one.press % Math.max(1, offered.length)];
    if (press) walk.press(press);
    walk.run(0.5);
  } else if ('waitS' in one) walk.run(one.waitS);
  else if ('coughPct' in one) person.cough(nowS, one.coughPct);
  else if ('seatPct' in one) person.seatPct = one.seatPct;
  else if ('upForS' in one) person.getUp(nowS + one.upForS);
  else if ('unlinkedForS' in one) walk.relink(one.unlinkedForS, one.rezeroes);
  else walk.lose(one.lostForS);
}

describe('whatever was pressed, and whatever happened', () => {
  it('every press is answered, whoever is asked for something is told of it, and who does as told gets ready', () => {
    const ends = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        traits,
        fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }),
        (kind, who, steps) => {
          const walk = new Walk(kind, who);
          for (const one of steps) take(walk, one);
          // She goes on as she is, for longer than any silence may last.
          walk.run(35);
          const { stage, guide, fast } = walk.view;
          ends.add(guide?.step ?? fast?.step ?? stage);
          doAsTold(walk);
          if (walk.faults.length > 0) expect.fail([...walk.faults, 'after', ...walk.path].join('\n'));
        }
      ),
      { numRuns: 300 }
    );
    // The claim is about something: many kinds of ends were left.
    for (const end of ['untared', 'tared', 'calibrating', 'practice', 'paused', 'ready', 'zero-lost'])
      expect(ends).toContain(end);
  }, 60_000);
});
