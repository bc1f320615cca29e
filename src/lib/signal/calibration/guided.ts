import type { Tell } from '../event';
import type { SignalSample } from '../sample';
import type { Rest } from '../tare';
import { SQUEEZE_S, type Attempt, type JudgedAttempt, type Objection } from './attempt';
import { AttemptRecorder } from './attempt-recorder';
import { BearingDown } from './contrast';
import type { Polarity, Reference, Scale } from './reference';
import { outcomeOf, spanOf } from './result';
import { ShortCalibration } from './short';

/** What somebody is led through, step by step. */
export type GuideStep =
  /** Sit still; then rest is measured. */
  | 'settle'
  | 'listen'
  /** Two squeezes in one's own time; then which way they went is confirmed. */
  | 'practice'
  | 'confirm'
  /** Bear down gently once: can this seat tell it from squeezing? Offered at the confirmation, never asked for. */
  | 'contrast'
  /** Before an attempt. */
  | 'rest'
  | 'squeeze'
  | 'paused'
  /** Enough attempts, or too few of the most that are asked for. */
  | 'result'
  | 'failed';

const SETTLE_S = 10;
const GUIDED_TARE_S = 10;
export const PRACTICE_SQUEEZES = 2;
/** From a press to the next attempt, s. */
const READY_S = 5;
/** After a longer silence settling begins anew, and there is time to get ready again. */
const LONGEST_SILENCE_S = 1;

/**
 * The guided calibration (docs/signal.md, 5), on sample time: settle, tare, practice, and attempts of 5 s with rests between them, until
 * enough are accepted. Nothing of it counts before the person accepts the result. A silence or a pause costs the attempt that was under way
 * and no other.
 */
export class GuidedCalibration {
  readonly #judged: JudgedAttempt[] = [];
  readonly #objections = new Map<number, Objection>();
  #step: GuideStep = 'settle';
  /** When the step ends by itself, s. */
  #untilS: number | null = null;
  #rest: Rest | null = null;
  #practice: ShortCalibration | null = null;
  #bearingDown: BearingDown | null = null;
  #polarity: Polarity = 1;
  #recorder: AttemptRecorder | null = null;
  /** No attempt is asked for before, s. */
  #restedS = -Infinity;
  #lastS: number;

  /**
   * @param restS between two attempts
   * @param tare called when it is time to measure rest; `tared` follows
   */
  constructor(
    readonly scale: Scale,
    private readonly restS: number,
    nowS: number,
    private readonly tell: Tell,
    private readonly tare: (windowS: number) => void
  ) {
    this.#lastS = nowS;
    this.#enter('settle', nowS + SETTLE_S);
  }

  /** All attempts, with what was said of them since. */
  get attempts(): readonly Attempt[] {
    return this.#judged.map(({ startS, polarity, strength, refused }, i) => ({
      startS,
      polarity,
      strength,
      refused: refused ?? this.#objections.get(i) ?? null
    }));
  }

  /** Whether attempts are asked for, which have a rest of their own each. */
  get hasBegun(): boolean {
    return this.#recorder !== null;
  }

  /** How many squeezes of the practice got an answer, while another is waited for; null where none is. */
  get awaited(): number | null {
    if (this.#step === 'practice') return this.#practice?.awaited ?? null;
    return this.#step === 'contrast' ? -1 : null;
  }

  /** The outcome, once there is one. */
  get reference(): Reference | null {
    if (this.#step !== 'result') return null;
    const { scale } = this;
    return { polarity: this.#polarity, span: spanOf(this.attempts, scale), scale, rmaxPctPerS: null };
  }

  /** The steepest rise of the accepted attempts, in sensor numbers per s; NaN where none is measured. */
  get riseRatePerS(): number {
    const { attempts } = this;
    const rates = this.#judged.map(({ ratePerS }, i) => (attempts[i]?.refused === null ? ratePerS : 0));
    const best = Math.max(0, ...rates);
    return best > 0 ? best : NaN;
  }

  push(sample: Readonly<SignalSample>): void {
    const { t } = sample;
    if (sample.gap && t - this.#lastS > LONGEST_SILENCE_S) this.#wakeUp(t);
    this.#lastS = t;
    if (this.#step === 'practice') this.#practise(sample);
    if (this.#step === 'contrast') this.#compare(sample);
    const attempt = this.#recorder?.push(sample);
    if (attempt) this.#take(attempt);
    if (this.#untilS !== null && t >= this.#untilS) this.#leave(this.#untilS);
  }

  /** Rest was measured. */
  tared(rest: Rest): void {
    this.#rest = rest;
    this.#practice = new ShortCalibration(rest, PRACTICE_SQUEEZES);
    this.#enter('practice');
  }

  /** What the practised squeezes reached that way, in sensor numbers, while that is asked. */
  practisedSpan(polarity: Polarity): number | undefined {
    return this.#step === 'confirm' ? this.#practice?.reference(polarity)?.span : undefined;
  }

  /** Which way squeezing goes: the attempts begin. */
  confirm(polarity: Polarity): void {
    const rest = this.#rest;
    const practised = this.practisedSpan(polarity);
    if (!rest || practised === undefined) return;
    this.#polarity = polarity;
    this.#recorder = new AttemptRecorder({ rest, polarity, practised });
    this.#getReady();
  }

  /** Compares bearing down with squeezing; a second time, gives that up. */
  contrast(): void {
    const squeezing = this.#practice?.propose()?.polarity;
    if (this.#step === 'contrast') this.#enter('confirm');
    else if (this.#step === 'confirm' && this.#rest && squeezing !== undefined) {
      this.#bearingDown = new BearingDown(this.#rest, squeezing);
      this.#enter('contrast');
    }
  }

  /** The practice was not what was meant. */
  practise(): void {
    if (this.#step === 'confirm' && this.#rest) this.tared(this.#rest);
  }

  /** An attempt does not count, also the one whose verdict is still to come; null: it counts after all. */
  object(index: number, objection: Objection | null): void {
    const isPending =
      index === this.#judged.length && this.#recorder?.pending === true && this.#step === 'rest';
    const isAccepted = this.#judged[index]?.refused === null;
    if (!(isPending || isAccepted) || (this.#objections.get(index) ?? null) === objection) return;
    if (objection === null) this.#objections.delete(index);
    else if (this.#objections.has(index)) return;
    else this.#objections.set(index, objection);
    this.tell({ type: 'objected', index, objection });
    if (isAccepted && ['result', 'rest', 'failed'].includes(this.#step)) this.#conclude();
  }

  pause(): void {
    if (this.#step !== 'squeeze' && this.#step !== 'rest') return;
    // What was said of the attempt that is given up is said of no other.
    const index = this.#judged.length;
    if (this.#recorder?.pending === true && this.#objections.delete(index))
      this.tell({ type: 'objected', index, objection: null });
    this.#recorder?.drop();
    if (this.#step === 'squeeze') this.#restedS = this.#lastS + this.restS;
    this.#enter('paused');
  }

  resume(): void {
    if (this.#step === 'paused') this.#getReady();
  }

  #enter(step: GuideStep, untilS: number | null = null): void {
    this.#step = step;
    this.#untilS = untilS;
    // In the rest after an attempt that one is judged a little later; the next is one further on.
    const pending = step === 'rest' && this.#recorder?.pending === true ? 1 : 0;
    this.tell({ type: 'guide', step, untilS, attempt: this.#judged.length + pending + 1 });
  }

  /** The step's time is over. */
  #leave(atS: number): void {
    if (this.#step === 'settle') {
      this.#enter('listen', null);
      this.tare(GUIDED_TARE_S);
    } else if (this.#step === 'rest') {
      this.#recorder?.begin(atS);
      this.#enter('squeeze', atS + SQUEEZE_S);
    } else if (this.#step === 'squeeze') {
      this.#restedS = atS + this.restS;
      this.#enter('rest', this.#restedS);
    }
  }

  /** The first sample after a silence. */
  #wakeUp(t: number): void {
    if (this.#step === 'settle') this.#enter('settle', t + SETTLE_S);
    else if (this.#step === 'squeeze' || this.#step === 'rest') {
      if (this.#step === 'squeeze') this.#restedS = this.#lastS + this.restS;
      this.#lastS = t;
      this.#getReady();
    }
  }

  #getReady(): void {
    this.#enter('rest', Math.max(this.#lastS + READY_S, this.#restedS));
  }

  #practise(sample: Readonly<SignalSample>): void {
    const attempt = this.#practice?.push(sample);
    if (!attempt) return;
    this.tell({ type: 'practised', attempt });
    const reference = this.#practice?.done ? this.#practice.propose() : null;
    if (!reference) return;
    const opposite = this.#practice?.reference(reference.polarity === 1 ? -1 : 1) ?? null;
    this.tell({ type: 'proposed', reference, opposite });
    this.#enter('confirm');
  }

  #compare(sample: Readonly<SignalSample>): void {
    const contrast = this.#bearingDown?.push(sample);
    if (!contrast) return;
    this.tell({ type: 'contrasted', contrast });
    this.#enter('confirm');
  }

  #take(attempt: JudgedAttempt): void {
    this.#judged.push(attempt);
    const { attempts } = this;
    const accepted = attempts.filter(({ refused }) => refused === null).length;
    for (const told of attempts.slice(-1)) this.tell({ type: 'attempt', attempt: told, accepted });
    this.#conclude();
  }

  #conclude(): void {
    const outcome = outcomeOf(this.attempts, this.scale);
    if (outcome === 'failed') this.#enter('failed');
    else if (outcome === 'more' && this.#step !== 'rest') this.#getReady();
    else if (outcome === 'done') {
      this.#enter('result');
      if (this.reference) this.tell({ type: 'proposed', reference: this.reference, opposite: null });
    } else this.#enter('rest', this.#untilS);
  }
}
