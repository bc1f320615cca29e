import type { SetUp } from '../../../src/lib/signal/command';
import type { RoundEvent } from '../../../src/lib/signal/event';
import { TrainingSet, type SetListener } from '../../../src/lib/signal/training-set';
import { sampleRun } from './samples';

/** 5 s a round, two rounds. */
const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 2000, fallMs: 1000, restMs: 1000 },
  rounds: 2,
  bandPct: 10
};
export const DT = 0.01;

/** A set begun at 0 s, and all that it told, with the time of the sample that it was told at. */
export class Watched {
  readonly told: (readonly [atS: number, what: string])[] = [];
  readonly rounds: RoundEvent[] = [];
  #s = 0;
  #gap = false;
  readonly set: TrainingSet;

  constructor(changed: Partial<SetUp> = {}, isGuarded = false) {
    this.set = new TrainingSet(
      { ...SET_UP, ...changed },
      0.2,
      { scale: 'mvc', rmaxPctPerS: null },
      true,
      0,
      this.#listener,
      isGuarded
    );
  }

  readonly #listener: SetListener = {
    schedule: (round, startS) => {
      this.#tell(`round ${round} at ${startS?.toFixed(2) ?? 'no time'}`);
    },
    waiting: (round) => {
      this.#tell(`round ${round} waits`);
    },
    relaxing: (round, untilS) => {
      this.#tell(`round ${round} relaxes until ${untilS.toFixed(2)}`);
    },
    paused: (cause) => {
      this.#tell(`paused: ${cause}`);
    },
    round: (event) => {
      this.rounds.push(event);
      this.#tell(`done ${event.round}`);
    },
    end: (complete) => {
      this.#tell(complete ? 'complete' : 'ended');
    }
  };

  /** Samples at `pct` up to and with `toS`. */
  run(toS: number, pct: number | ((s: number) => number) = 0): this {
    while (this.#s < toS - DT / 2) {
      this.#s += DT;
      const v = typeof pct === 'number' ? pct : pct(this.#s);
      const run = sampleRun([{ t: this.#s, v }], { stepS: DT, gap: this.#gap });
      this.set.arrive(run, 0);
      if (!this.set.ended) this.set.take(run, 0, 1);
      this.#gap = false;
    }
    return this;
  }

  /** No samples for so long; the next one knows of the gap. */
  silence(lengthS: number): this {
    this.#s += lengthS - DT;
    this.#gap = true;
    return this;
  }

  #tell(what: string): void {
    this.told.push([Number(this.#s.toFixed(2)), what]);
  }
}
