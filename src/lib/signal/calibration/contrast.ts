import type { SignalSample } from '../sample';
import type { Rest } from '../tare';
import type { Polarity } from './reference';
import { ShortCalibration } from './short';

/**
 * What bearing down gently once did, beside the squeezes of the practice. `opposite`: this seat can tell them apart; `same`: it cannot, for
 * both move the line one way; `unclear`: too faint or too short to say.
 */
export type Contrast = 'opposite' | 'same' | 'unclear';

/** Watches for one gentle bearing down, and compares its direction with that of squeezing. */
export class BearingDown {
  readonly #attempt: ShortCalibration;

  constructor(
    rest: Rest,
    private readonly squeezing: Polarity
  ) {
    this.#attempt = new ShortCalibration(rest, 1);
  }

  /** @returns null until it is over */
  push(sample: Readonly<SignalSample>): Contrast | null {
    const attempt = this.#attempt.push(sample);
    if (!attempt) return null;
    if (attempt.refused !== null) return 'unclear';
    return attempt.polarity === this.squeezing ? 'same' : 'opposite';
  }
}
