import { FastSeries } from './calibration/fast-series';
import { GuidedCalibration } from './calibration/guided';
import type { Polarity, Reference, Scale } from './calibration/reference';
import { Patience } from './calibration/patience';
import { ATTEMPTS_WANTED } from './calibration/result';
import { ShortCalibration } from './calibration/short';
import type { Command } from './command';
import type { Tell } from './event';
import type { SignalSample } from './sample';
import type { SampleRun } from './sample-run';
import { judgeRest, Tare, type Rest, type TareRefusal } from './tare';
import type { ZeroLoss } from './zero-watch';

/** What is got ready for. */
export interface Measured {
  /** There is a 0 % and a 100 %. @param ownRatePctPerS the person's steepest rise so far; NaN before one is known */
  begin(rest: Rest, reference: Reference, ownRatePctPerS: number): void;
  /** There is none any more. */
  end(): void;
  /** The person's steepest rise so far, % of the reference per s; NaN while nothing is measured. */
  ownRatePctPerS(): number;
}

/** What comes before measuring in %: the tare, which says what 0 % is, and a calibration, which says what 100 % is. */
export class Preparation {
  #tare: Tare | null = null;
  #rest: Rest | null = null;
  #short: ShortCalibration | null = null;
  #guided: GuidedCalibration | null = null;
  #fast: FastSeries | null = null;
  #reference: Reference | null = null;
  /** What 100 % was before the calibration under way. */
  #earlier: Reference | null = null;
  /** Kept while nothing is measured. */
  #ownRatePctPerS = NaN;
  #nowS = 0;
  #isDoubted = false;
  readonly #patience = new Patience();
  /** One quantisation step in sensor numbers; 0 for fractions, and until the sensor has told. */
  resolution = 0;

  constructor(
    private readonly measured: Measured,
    private readonly tell: Tell
  ) {}

  /** Whether rest is being measured. */
  get isTaring(): boolean {
    return this.#tare !== null;
  }

  /** Whether the sensor was linked again since rest was measured. */
  get isDoubted(): boolean {
    return this.#isDoubted;
  }

  /** Whether it looks at samples: then each of them is a run of its own, for what it says changes what is measured. */
  get isBusy(): boolean {
    return (this.#tare ?? this.#guided ?? this.#fast ?? this.#short) !== null;
  }

  push(run: SampleRun): void {
    this.#nowS = run.t[run.count - 1] ?? NaN;
    if (!this.isBusy) return;
    const sample = run.sampleAt(0, run.raw);
    if (this.#tare?.push(sample)) this.#finishTare(this.#tare);
    this.#guided?.push(sample);
    this.#fast?.push(sample);
    if (this.#short) this.#calibrate(this.#short, sample);
    const heard = (this.#short ?? this.#guided)?.awaited ?? null;
    if (this.#patience.push(heard, sample)) this.tell({ type: 'unseen' });
  }

  /** Nothing is known of rest any more. */
  forgetRest(): void {
    this.#rest = this.#fast = null;
  }

  /**
   * The sensor was linked again. Without a 100 % there is no measure of how far its zero may have moved, so rest is asked for anew
   * (*decision*); guided attempts have a rest of their own each, and the zero is in doubt once they are accepted.
   */
  relinked(): void {
    this.#isDoubted = this.#rest !== null;
    if (this.#tare) this.#refuseTare('gap');
    else if (this.#guided?.hasBegun === false || (this.#rest && !this.#guided && !this.#reference))
      this.#loseRest('offset');
  }

  /** The sensor moved its zero. */
  rezeroed(): void {
    if (this.#tare) this.#refuseTare('rezeroed');
    else if (this.#rest) this.#loseRest('rezeroed');
  }

  command(command: Command): void {
    if (command.do === 'tare') this.#startTare(command.windowS);
    else if (command.do === 'calibrate') this.#startShort();
    else if (command.do === 'guide') this.#startGuided(command.scale, command.restS);
    else if (command.do === 'fast') this.#startFast();
    else if (command.do === 'confirm') this.#confirm(command.polarity);
    else if (command.do === 'practise') this.#guided?.practise();
    else if (command.do === 'contrast') this.#guided?.contrast();
    else if (command.do === 'object') this.#guided?.object(command.index, command.objection);
    else if (command.do === 'pause') this.#guided?.pause();
    else if (command.do === 'resume') this.#guided?.resume();
    else if (command.do === 'accept') this.#accept(command.polarity);
    else if (command.do === 'refer') this.#refer(command.reference);
    else if (command.do === 'cancel') this.#cancel();
  }

  #startTare(windowS: number): void {
    this.#giveUp();
    this.#listen(windowS);
  }

  #listen(windowS: number): void {
    this.#tare = new Tare(this.#nowS, windowS);
    this.tell({ type: 'taring', windowS });
  }

  #finishTare(tare: Tare): void {
    this.#tare = null;
    const result = tare.finish(this.resolution, this.#reference?.span ?? null);
    if (typeof result === 'string') {
      this.#refuseTare(result);
      return;
    }
    this.#rest = result;
    this.#isDoubted = false;
    this.#measure(this.#ownRate);
    this.tell({ type: 'tared', rest: result });
    this.#guided?.tared(result);
  }

  #loseRest(cause: ZeroLoss): void {
    if (!this.#rest) return;
    this.#giveUp();
    this.#rest = null;
    this.#ownRatePctPerS = this.#ownRate;
    this.measured.end();
    this.tell({ type: 'zero-lost', cause });
  }

  /** Without a rest that holds there is no 0 %: nothing goes on before there is one. */
  #refuseTare(reason: TareRefusal): void {
    this.#tare = null;
    this.#giveUp();
    this.#rest = null;
    this.#ownRatePctPerS = this.#ownRate;
    this.measured.end();
    this.tell({ type: 'tare-refused', reason });
  }

  #startShort(): void {
    if (!this.#rest) return;
    this.#forgetReference();
    this.#guided = this.#fast = null;
    this.#short = new ShortCalibration(this.#rest, ATTEMPTS_WANTED);
    this.tell({ type: 'calibrating', guided: null });
  }

  #startGuided(scale: Scale, restS: number): void {
    this.#tare = null;
    this.#forgetReference();
    this.#short = this.#fast = null;
    this.tell({ type: 'calibrating', guided: scale });
    this.#guided = new GuidedCalibration(scale, restS, this.#nowS, this.tell, (windowS) => {
      this.#listen(windowS);
    });
  }

  /** The tare was judged without a measure of its own. What was practised is one: better now than after all attempts. */
  #confirm(polarity: Polarity): void {
    const span = this.#guided?.practisedSpan(polarity);
    if (!this.#rest || !this.#guided || span === undefined) return;
    if (this.#isRestGoodFor(this.#rest, span)) this.#guided.confirm(polarity);
  }

  /** Now there is a measure for the tare. Refuses it where it will not do: then the person is to know that it is for her squeezes. */
  #isRestGoodFor(rest: Rest, span: number): boolean {
    const refusal = judgeRest(rest, this.resolution, span);
    if (refusal) this.#refuseTare(refusal === 'restless' ? 'faint' : refusal);
    return refusal === null;
  }

  #startFast(): void {
    if (!this.#rest || !this.#reference) return;
    this.#fast = new FastSeries(this.#rest, this.#reference, this.#nowS, this.tell);
  }

  #forgetReference(): void {
    this.#earlier = this.#reference ?? this.#earlier;
    this.#reference = null;
    this.#ownRatePctPerS = NaN;
    this.measured.end();
  }

  #calibrate(short: ShortCalibration, sample: Readonly<SignalSample>): void {
    const attempt = short.push(sample);
    if (!attempt) return;
    this.tell({ type: 'attempt', attempt, accepted: short.accepted.length });
    const reference = short.done ? short.propose() : null;
    if (!reference) return;
    const opposite = short.reference(reference.polarity === 1 ? -1 : 1);
    this.tell({ type: 'proposed', reference, opposite });
  }

  #accept(polarity: Polarity): void {
    const withRmax = this.#fast?.result;
    if (withRmax) {
      this.#fast = null;
      this.#reference = withRmax;
      this.#measure(this.#ownRate);
      this.tell({ type: 'referenced', reference: withRmax });
      return;
    }
    const short = this.#short?.done ? this.#short : null;
    const reference = this.#guided?.reference ?? short?.reference(polarity);
    if (!reference || !this.#rest) return;
    const ratePerS = this.#guided?.riseRatePerS ?? short?.riseRatePerS(polarity) ?? NaN;
    if (!this.#isRestGoodFor(this.#rest, reference.span)) return;
    this.#short = this.#guided = null;
    this.#reference = reference;
    this.#measure((100 * ratePerS) / reference.span);
    this.tell({ type: 'referenced', reference });
  }

  /** Rest has to be measured before anything is in %: the seat may be another one. */
  #refer(reference: Reference): void {
    this.#short = this.#guided = this.#fast = null;
    this.#rest = null;
    this.#forgetReference();
    this.#earlier = null;
    this.#reference = reference;
    this.tell({ type: 'referred', reference });
  }

  #cancel(): void {
    if (!this.#short && !this.#guided && !this.#fast) return;
    this.#tare = null;
    this.#giveUp();
  }

  /** Ends whatever calibration is under way: what was 100 % before it is so again. */
  #giveUp(): void {
    const isCalibrating = this.#short !== null || this.#guided !== null;
    if (!isCalibrating && !this.#fast) return;
    this.#short = this.#guided = this.#fast = null;
    if (isCalibrating) {
      this.#reference = this.#earlier;
      this.#measure(this.#ownRate);
    }
    this.tell({ type: 'cancelled', reference: this.#reference });
  }

  get #ownRate(): number {
    const ownRatePctPerS = this.measured.ownRatePctPerS();
    return Number.isNaN(ownRatePctPerS) ? this.#ownRatePctPerS : ownRatePctPerS;
  }

  #measure(ownRatePctPerS: number): void {
    if (this.#rest && this.#reference) this.measured.begin(this.#rest, this.#reference, ownRatePctPerS);
  }
}
