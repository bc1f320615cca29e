import { isAllowed, withinLimits, type LoadLimits } from '../plan/load';
import type { Check, Sign } from '../plan/signs';
import { runningSchedule } from '../session/view';
import type { Scale } from '../signal/calibration/reference';
import type { SetUp } from '../signal/command';
import type { PlannedCourse } from './course.svelte';
import type { Training } from './training.svelte';

/** What is on the training screen while there is no set to follow, from the questions before to those after. */
export type Panel =
  /** Something is new or worse: stop. */
  | 'advice'
  | 'before'
  /** How to squeeze: before the first measurement, and whenever it is asked for. */
  | 'teach'
  | 'after'
  /** The set paused by itself: it asks how to go on. */
  | 'asked'
  /** A session that was cut off goes on in its set: rest comes first. */
  | 'back'
  /** In a pause: what is left is set up. */
  | 'adjust'
  | 'guide'
  | 'rest'
  | 'calibrate'
  | 'ready';

/** Leads through one session, as its plan says, where there is one. */
export class TrainingFlow {
  /** Null until it is read. */
  course = $state.raw<PlannedCourse | null>(null);
  /** The part that knows what limits a set could not be fetched, so none begins before it is. */
  isUnread = $state(false);
  /** The person chose to train a step of strength on a comfortable squeeze today. */
  declinesMaximum = $state(false);
  /** The guided calibration, or what leads to it, is looked at. */
  isGuided = $state(false);
  /** What is chosen there to be 100 %. */
  guideScale = $state<Scale>('ref');
  isAdjusting = $state(false);
  /** What she was doing when she asked how to squeeze, for as long as she reads it; null otherwise. */
  askedIn = $state<'set' | 'attempts' | 'other' | null>(null);
  /** She has read it once in this session. */
  #isTaught = $state(false);
  /** The questions are asked again: something was selected by mistake. Until they are answered, the answer before stands. */
  asksAgain = $state<Check['when'] | null>(null);
  /** The questions after training are asked. */
  #isAsking = $state(false);

  readonly told: readonly Sign[] = $derived.by(() => {
    const { before, after } = this.training.view.signs;
    return [...(before ?? []), ...(after ?? [])];
  });
  readonly panel: Panel = $derived.by(() => {
    const { stage, signs } = this.training.view;
    if (this.asksAgain !== null) return this.asksAgain;
    if (this.told.length > 0) return 'advice';
    if (signs.before === null) return 'before';
    if (this.#isAsking) return 'after';
    if (this.askedIn !== null || this.#isFirst) return 'teach';
    if (this.training.isBack && (stage === 'paused' || stage === 'ready' || stage === 'set-over'))
      return 'back';
    if (stage === 'paused' && this.isAdjusting) return 'adjust';
    if (stage === 'paused' && this.training.view.pauseCause !== null) return 'asked';
    if (stage === 'zero-lost') return 'rest';
    if (stage === 'guided' || stage === 'fast' || this.isGuided) return 'guide';
    if (stage === 'untared' || stage === 'taring') return 'rest';
    return stage === 'ready' || stage === 'set-over' ? 'ready' : 'calibrate';
  });

  /**
   * @param course fetches the plan
   * @param end ends the session and leaves
   */
  constructor(
    private readonly training: Training,
    private readonly fetchCourse: () => Promise<PlannedCourse>,
    readonly end: () => void
  ) {
    void this.read();
    $effect(() => {
      // The simulated sensor measures nobody.
      if (!training.isSimulated) this.course?.noteRmax(training.view.reference?.rmaxPctPerS ?? null);
    });
  }

  /** What may be trained today; null until it is known. The simulated sensor trains nobody, so nothing is shut for it. */
  get limits(): LoadLimits | null {
    const limits = this.course?.limits ?? null;
    return limits && this.training.isSimulated ? { ...limits, shut: [] } : limits;
  }

  /** Begins a set, whatever asked for it, within what is open today. */
  start(setUp: SetUp): void {
    const { limits } = this;
    const scale = this.training.view.reference?.scale ?? null;
    if (!limits || !isAllowed(setUp, scale, limits)) return;
    this.training.command({ do: 'start', setUp: withinLimits(setUp, limits), guarded: true });
  }

  /** Ends the set, and leads to the guided measurement: 100 % may have grown. */
  remeasure(): void {
    this.openGuide(this.training.view.reference?.scale ?? 'ref');
    this.training.command({ do: 'stop' });
  }

  /** Leads to the guided measurement, with that scale chosen: by default a maximum where the step counts in one. */
  openGuide(scale: Scale = this.course?.needsMaximum === true ? 'mvc' : 'ref'): void {
    this.guideScale = this.course?.allowsMaximum === true ? scale : 'ref';
    this.isGuided = true;
  }

  /** *Decision*: the rounds that are left are a set of their own, so that every set has one setting. */
  adjust(setUp: SetUp): void {
    const rounds = setUp.rounds - this.training.view.rounds.length;
    this.isAdjusting = false;
    this.training.command({ do: 'stop' });
    this.start({ ...setUp, rounds });
  }

  /** Shows how to squeeze. What can wait is paused meanwhile. */
  teach(): void {
    const { stage, guide } = this.training.view;
    this.askedIn = runningSchedule(this.training.view)
      ? 'set'
      : stage === 'calibrating' || guide?.step === 'practice'
        ? 'attempts'
        : 'other';
    if (stage === 'training' || stage === 'guided') this.training.command({ do: 'pause' });
  }

  /** Goes back to where she was. */
  endTeaching(): void {
    if (this.askedIn === 'attempts') this.#forgetTrials();
    this.askedIn = null;
    this.#isTaught = true;
  }

  answer(check: Check): void {
    this.training.answer(this.asksAgain === null ? check : { ...check, corrects: true });
    this.asksAgain = null;
    if (check.when === 'after' && check.signs.length === 0) this.end();
  }

  /** Something was selected by mistake: asks again what was asked last. */
  takeBack(): void {
    const { after } = this.training.view.signs;
    this.asksAgain = after !== null && after.length > 0 ? 'after' : 'before';
  }

  /** Asks how it is after training; who has not trained goes at once, and so does she whose answers nothing would store. */
  stop(): void {
    if (!this.#hasTrained || this.training.isCut) {
      this.end();
      return;
    }
    this.training.command({ do: 'stop' });
    this.#isAsking = true;
  }

  /**
   * Who locks the screen, or goes back, does not see the target: the set waits.
   *
   * @returns whether a set ran
   */
  hide(): boolean {
    const { running, ending, isCut, view } = this.training;
    // Once it is being ended, or is over, nothing holds her back, whatever the view has not heard yet.
    const isSetRunning = running && !ending && !isCut && view.stage === 'training';
    if (isSetRunning) this.training.command({ do: 'pause' });
    return isSetRunning;
  }

  /** It comes before the first measurement on a sensor, and each time in the steps that are there to feel the muscle. */
  get #isFirst(): boolean {
    const { stage, reference, tareRefusal } = this.training.view;
    if (this.#isTaught || stage !== 'untared' || reference || tareRefusal) return false;
    const step = this.course?.course?.prescription.step;
    return this.training.earlier.list.length === 0 || step === 1 || step === 4;
  }

  /** What she tried out while reading is no attempt, so the attempts begin again. */
  #forgetTrials(): void {
    this.training.command({ do: this.training.view.stage === 'guided' ? 'practise' : 'calibrate' });
  }

  get #hasTrained(): boolean {
    const { schedule, reference } = this.training.view;
    const isFreeCurve = this.course?.course != null && this.course.set === null;
    return schedule !== null || (isFreeCurve && reference !== null);
  }

  /** Reads what is known of the person. */
  async read(): Promise<void> {
    this.isUnread = false;
    try {
      const course = await this.fetchCourse();
      await course.load();
      this.course = course;
    } catch {
      this.isUnread = true;
    }
  }
}
