import type { Under } from '../session/picture';
import type { ResultRecord } from '../storage/result';
import type { SessionReplay } from './session-replay.svelte';

/** What the % of a session are of; null of one without a round. */
export function scaleOf(result: ResultRecord | null): 'mvc' | 'ref' | null {
  return roundsOf(result)[0]?.figures.scale ?? null;
}

function roundsOf(result: ResultRecord | null) {
  return result?.sets.flatMap(({ rounds }) => rounds) ?? [];
}

/** When each round of a session began, s. */
function startsOf({ result }: Laid): number[] {
  return roundsOf(result).map(({ startS }) => startS);
}

type Laid = Pick<SessionReplay, 'result' | 'trace'>;

/** The curve of another session under that of the one that is looked at. */
export class Underlay {
  readonly #startsS: readonly number[];
  readonly #ownStartsS: readonly number[];

  constructor(
    own: Laid,
    private readonly other: Laid
  ) {
    this.#ownStartsS = startsOf(own);
    this.#startsS = startsOf(other);
  }

  /** Aligned where the round that is looked at begins: its first round with the first one here, its second with the second. */
  at(nowS: number): Under | null {
    const round = Math.max(
      0,
      this.#ownStartsS.findLastIndex((startS) => startS <= nowS)
    );
    const [own, other] = [this.#ownStartsS[round], this.#startsS[round]];
    return own === undefined || other === undefined
      ? null
      : { trace: this.other.trace.pct, laterS: other - own };
  }
}
