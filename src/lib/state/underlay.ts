import { RecordedTrace } from '../session/trace';
import type { Under } from '../session/picture';
import type { ResultRecord } from '../storage/result';
import type { Replay } from '../worker/protocol';

/** What the % of a session are of; null of one without a round. */
export function scaleOf({ sets }: ResultRecord): 'mvc' | 'ref' | null {
  return sets.flatMap(({ rounds }) => rounds)[0]?.figures.scale ?? null;
}

/** When each round of a session began, s. */
function startsOf({ sets }: ResultRecord): number[] {
  return sets.flatMap(({ rounds }) => rounds.map(({ startS }) => startS));
}

/** The curve of another session under that of the one that is looked at. */
export class Underlay {
  readonly #trace: RecordedTrace;
  readonly #startsS: readonly number[];
  readonly #ownStartsS: readonly number[];

  constructor(own: Replay, other: Replay) {
    this.#trace = new RecordedTrace(other.rows);
    this.#startsS = startsOf(other.result);
    this.#ownStartsS = startsOf(own.result);
  }

  /** Aligned where the round that is looked at begins: its first round with the first one here, its second with the second. */
  at(nowS: number): Under | null {
    const round = Math.max(
      0,
      this.#ownStartsS.findLastIndex((startS) => startS <= nowS)
    );
    const [own, other] = [this.#ownStartsS[round], this.#startsS[round]];
    return own === undefined || other === undefined ? null : { trace: this.#trace.pct, laterS: other - own };
  }
}
