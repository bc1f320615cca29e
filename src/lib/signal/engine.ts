import { ShortCalibration, type Polarity, type Reference } from './calibration';
import type { Command } from './command';
import type { ContractionFigures } from './contraction';
import { ContractionWatch } from './contraction-watch';
import type { SignalEvent } from './event';
import { levelsOf, watchedLevels } from './levels';
import { MarkWatch } from './marks';
import { isFine } from './reference';
import type { Relaxation } from './release';
import { riseRateWindowS, TrailingRiseRate } from './rise-rate';
import { BRIDGE_STEPS, SampleStep } from './sample-step';
import { judgeRest, Tare, type Rest, type TareRefusal } from './tare';
import { TrainingSet } from './training-set';

/** Stored with every result; a change of any figure raises it. */
export const ENGINE_VERSION = 3;

/** Numbers of one sample in an output row, in this order. */
export const ROW = { timeS: 0, raw: 1, pct: 2, riseRatePctPerS: 3 } as const;
export const ROW_LENGTH = 4;

type Distributive<T> = T extends unknown ? Omit<T, 'atS'> : never;

/**
 * The signal engine: samples with their times in, % of the reference and events out. It has no clock, no randomness and no
 * allocation per sample; the same samples and commands in the same order give the same numbers, bit for bit.
 *
 * A row holds NaN for what is not known: % before there is a reference, the rise rate where it is not measurable.
 */
export class Engine {
  readonly #step = new SampleStep();
  readonly #riseRate = new TrailingRiseRate();
  #lastS = NaN;
  #toldStepS = 0;
  #tare: Tare | null = null;
  #rest: Rest | null = null;
  #calibration: ShortCalibration | null = null;
  #reference: Reference | null = null;
  #contractions: ContractionWatch | null = null;
  /** The newest contraction, where it was told. */
  #told: ContractionFigures | null = null;
  #marks: MarkWatch | null = null;
  #set: TrainingSet | null = null;

  /** One quantisation step in sensor numbers; 0 for fractions, and until the sensor has told. */
  resolution = 0;

  /** @param emit called at once, in order */
  constructor(private readonly emit: (event: SignalEvent) => void) {}

  /** Session time of the newest sample; 0 before the first. */
  get nowS(): number {
    return this.#lastS || 0;
  }

  /** Takes one sample and writes its row at `offset`. Times must rise, and numbers be finite: the pipeline sees to both. */
  push(t: number, raw: number, rows: Float64Array, offset: number): void {
    const stepS = t - this.#lastS;
    const gap = stepS > BRIDGE_STEPS * this.#step.s;
    if (gap) this.#tell({ type: 'gap', fromS: this.#lastS }, t);
    if (stepS > 0) this.#step.push(stepS);
    if (Math.abs(this.#step.s - this.#toldStepS) > 0.1 * this.#toldStepS) this.#tellRate(t);
    this.#lastS = t;

    if (this.#tare?.push(t, raw, gap)) this.#finishTare(this.#tare);
    if (this.#calibration) this.#calibrate(this.#calibration, t, raw);

    const pct = this.#toPct(raw);
    rows[offset + ROW.timeS] = t;
    rows[offset + ROW.raw] = raw;
    rows[offset + ROW.pct] = pct;
    const isKnown = !Number.isNaN(pct);
    const rate = isKnown ? this.#riseRate.push(t, pct, this.#step.s) : NaN;
    rows[offset + ROW.riseRatePctPerS] = rate;
    if (isKnown) this.#follow(t, pct, rate, gap);
  }

  command(command: Command): void {
    if (command.do === 'tare') this.#startTare(command.windowS);
    else if (command.do === 'calibrate') this.#startCalibration();
    else if (command.do === 'accept') this.#accept(command.polarity);
    else if (command.do === 'start') this.#startSet(command.setUp);
    else if (command.do === 'pause') this.#set?.pause();
    else if (command.do === 'resume') this.#set?.resume();
    else {
      this.#set?.stop();
      this.#set = null;
    }
  }

  /** What the sample means to the set, or to the contractions outside of one. */
  #follow(t: number, pct: number, rate: number, gap: boolean): void {
    const outside = this.#set === null;
    this.#set?.push(t, pct, gap);
    if (this.#set?.ended) this.#set = null;
    const mark = this.#marks?.push(t, pct, rate, this.#step.s, gap, this.#set?.cueAt(t) ?? null);
    if (mark) this.#tell({ type: 'mark', ...mark });
    if (outside) this.#contractions?.push(t, pct, this.#step.s);
  }

  #tell(event: Distributive<SignalEvent>, atS = this.nowS): void {
    this.emit({ ...event, atS });
  }

  #tellRate(t: number): void {
    this.#toldStepS = this.#step.s;
    this.#tell({ type: 'rate', rateHz: 1 / this.#step.s, riseRateWindowS: riseRateWindowS(this.#step.s) }, t);
  }

  #toPct(raw: number): number {
    if (!this.#rest || !this.#reference) return NaN;
    return ((raw - this.#rest.baseline) * this.#reference.polarity * 100) / this.#reference.span;
  }

  #startTare(windowS: number): void {
    if (this.#set) return;
    this.#calibration = null;
    this.#tare = new Tare(this.nowS, windowS);
    this.#tell({ type: 'taring', windowS });
  }

  #finishTare(tare: Tare): void {
    this.#tare = null;
    const result = tare.finish(this.resolution, this.#reference?.span ?? null);
    if (typeof result === 'string') {
      this.#refuseTare(result);
      return;
    }
    this.#rest = result;
    this.#riseRate.reset();
    this.#watch(this.#marks?.ownRatePctPerS ?? NaN);
    this.#tell({ type: 'tared', rest: result });
  }

  /** Without a rest that holds there is no 0 %: nothing goes on before there is one. */
  #refuseTare(reason: TareRefusal): void {
    this.#rest = null;
    this.#tell({ type: 'tare-refused', reason });
  }

  #startCalibration(): void {
    if (!this.#rest || this.#set) return;
    this.#calibration = new ShortCalibration(this.#rest);
    this.#reference = null;
    this.#contractions = null;
    this.#marks = null;
    this.#tell({ type: 'calibrating' });
  }

  #calibrate(calibration: ShortCalibration, t: number, raw: number): void {
    const attempt = calibration.push(t, raw, this.#step.s);
    if (!attempt) return;
    this.#tell({ type: 'attempt', attempt, accepted: calibration.accepted.length });
    const reference = calibration.done ? calibration.propose() : null;
    if (!reference) return;
    const opposite = calibration.reference(reference.polarity === 1 ? -1 : 1);
    this.#tell({ type: 'proposed', reference, opposite });
  }

  #accept(polarity: Polarity): void {
    const calibration = this.#calibration;
    const reference = calibration?.done ? calibration.reference(polarity) : null;
    if (!calibration || !reference || !this.#rest) return;
    this.#calibration = null;
    // The tare was judged without a measure of its own; now there is one.
    const refusal = judgeRest(this.#rest, this.resolution, reference.span);
    if (refusal) {
      this.#refuseTare(refusal);
      return;
    }
    this.#reference = reference;
    this.#watch((100 * calibration.riseRatePerS(polarity)) / reference.span);
    this.#tell({ type: 'referenced', reference });
  }

  /** Contractions outside a set, at the levels of docs/signal.md, 6, and what is none. */
  #watch(ownRatePctPerS: number): void {
    if (!this.#rest || !this.#reference) return;
    const noise = noisePct(this.#rest, this.#reference);
    const hasOnsets = isFine(this.#reference.span, this.#rest.sd, this.resolution);
    this.#contractions = new ContractionWatch(watchedLevels(levelsOf(noise)), hasOnsets, {
      contraction: (figures) => {
        this.#tellContraction(figures);
      },
      relaxation: (relaxation) => {
        this.#tellRelaxation(relaxation);
      }
    });
    this.#marks = new MarkWatch(noise, ownRatePctPerS);
  }

  #tellContraction(figures: ContractionFigures): void {
    const isMark = this.#marks?.coversContraction(figures.startS, figures.endS) ?? false;
    this.#told = isMark || figures.plateauPct === null ? null : figures;
    if (this.#told) this.#tell({ type: 'contraction', ...figures });
  }

  #tellRelaxation(relaxation: Relaxation | null): void {
    if (this.#told) this.#tell({ type: 'relaxation', startS: this.#told.startS, relaxation });
  }

  #startSet(setUp: Extract<Command, { do: 'start' }>['setUp']): void {
    if (!this.#reference || !this.#rest || this.#set || this.#tare) return;
    this.#tell({ type: 'set', setUp });
    this.#contractions?.reset();
    this.#set = new TrainingSet(setUp, noisePct(this.#rest, this.#reference), this.nowS, {
      schedule: (round, startS) => {
        this.#tell({ type: 'schedule', round, startS });
      },
      waiting: (round) => {
        this.#tell({ type: 'waiting', round });
      },
      round: (event) => {
        this.#tell(event);
      },
      end: (complete) => {
        this.#tell({ type: 'set-end', complete });
      }
    });
  }
}

/** σ in % of the reference. */
function noisePct(rest: Rest, reference: Reference): number {
  return (100 * rest.sd) / reference.span;
}
