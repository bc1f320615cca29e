import fc from 'fast-check';
import { CHANNELS } from '../../../src/lib/sensors/driver';
import { SIGNS } from '../../../src/lib/plan/signs';
import type { Entry, LinkEvent } from '../../../src/lib/storage/entry';
import { plainText } from '../../../src/lib/storage/plain-text';
import type { Command } from '../../../src/lib/signal/command';
import { FATIGUE_RULES } from '../../../src/lib/signal/fatigue';

const setUp = fc.record(
  {
    forcePct: fc.integer({ min: 10, max: 100 }),
    pattern: fc.record({
      riseMs: fc.integer({ min: 200, max: 20_000 }),
      holdMs: fc.integer({ min: 500, max: 60_000 }),
      fallMs: fc.integer({ min: 200, max: 20_000 }),
      restMs: fc.integer({ min: 1000, max: 60_000 })
    }),
    rounds: fc.integer({ min: 1, max: 30 }),
    bandPct: fc.integer({ min: 5, max: 25 }),
    tangentPct: fc.integer({ min: 0, max: 100 }),
    fatigue: fc.constantFrom(...FATIGUE_RULES)
  },
  { requiredKeys: ['forcePct', 'pattern', 'rounds', 'bandPct'] }
);

const polarity = fc.constantFrom(1 as const, -1 as const);
const scale = fc.constantFrom('mvc' as const, 'ref' as const);
const span = fc.double({ min: 1e-3, max: 2 ** 32, noNaN: true });
const riseRate = fc.double({ min: 1e-3, max: 1e6, noNaN: true });

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('tare' as const), windowS: fc.double({ min: 1, max: 60, noNaN: true }) }),
  fc.record({ do: fc.constant('accept' as const), polarity }),
  fc.record({
    do: fc.constant('guide' as const),
    scale,
    restS: fc.double({ min: 10, max: 300, noNaN: true })
  }),
  fc.record({ do: fc.constant('confirm' as const), polarity }),
  fc.record({
    do: fc.constant('object' as const),
    index: fc.nat(1e6),
    objection: fc.constantFrom('breath' as const, 'buttocks' as const)
  }),
  fc.record({
    do: fc.constant('refer' as const),
    reference: fc.record({
      polarity,
      span,
      scale,
      rmaxPctPerS: fc.option(riseRate)
    })
  }),
  fc.record({ do: fc.constant('start' as const), setUp }),
  fc.record({
    do: fc.constantFrom(...(['calibrate', 'practise', 'cancel', 'fast', 'pause', 'resume', 'stop'] as const))
  })
);

const sensor = fc.record({
  driver: fc.string(),
  name: fc.string({ unit: 'grapheme', maxLength: 248 }).map((name) => plainText(name))
});
const event: fc.Arbitrary<LinkEvent> = fc.oneof(
  fc.record({ link: fc.constant('opened' as const), sensor }),
  fc.record({
    link: fc.constantFrom(
      'lost' as const,
      'restored' as const,
      'stalled' as const,
      'flowing' as const,
      'closed' as const
    )
  })
);

const check = fc.record({
  when: fc.constantFrom('before' as const, 'after' as const),
  signs: fc.subarray([...SIGNS])
});

/** At any date (ECMA-262, 21.4.1.1). */
const atMs = fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true });

/** Anything that a journal may hold. */
export const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({
    kind: fc.constant('packet' as const),
    atMs,
    channel: fc.constantFrom(...CHANNELS),
    bytes: fc.uint8Array({ maxLength: 512 })
  }),
  fc.record({ kind: fc.constant('link' as const), atMs, event }),
  fc.record({ kind: fc.constant('command' as const), atMs, command }),
  fc.record({ kind: fc.constant('check' as const), atMs, check })
);
