import type { Check, Sign } from '../plan/signs';
import type { SetUp } from '../signal/command';
import type { PlannedCourse } from './course.svelte';
import { isPlanned } from './planned';
import type { Training } from './training.svelte';

/** What is on the training screen while there is no set to follow, from the questions before to those after. */
export type Panel =
  /** Something is new or worse: stop. */
  | 'advice'
  | 'before'
  | 'after'
  /** In a pause: what is left is set up. */
  | 'adjust'
  | 'guide'
  | 'rest'
  | 'calibrate'
  | 'ready';

/** Leads through one session, as its plan says, where there is one. */
export class TrainingFlow {
  /** Null without a plan, and until it is read. */
  course = $state.raw<PlannedCourse | null>(null);
  /** The guided calibration, or what leads to it, is looked at. */
  isGuided = $state(false);
  isAdjusting = $state(false);
  /** The questions after training are asked. */
  #isAsking = $state(false);

  readonly told: readonly Sign[] = $derived.by(() => {
    const { before, after } = this.training.view.signs;
    return [...(before ?? []), ...(after ?? [])];
  });
  readonly panel: Panel = $derived.by(() => {
    const { stage, signs } = this.training.view;
    if (this.told.length > 0) return 'advice';
    if (signs.before === null) return 'before';
    if (this.#isAsking) return 'after';
    if (stage === 'paused' && this.isAdjusting) return 'adjust';
    if (stage === 'guided' || stage === 'fast' || this.isGuided) return 'guide';
    if (stage === 'untared' || stage === 'taring' || stage === 'left') return 'rest';
    return stage === 'ready' || stage === 'set-over' ? 'ready' : 'calibrate';
  });

  /**
   * @param course fetches the plan
   * @param end ends the session and leaves
   */
  constructor(
    private readonly training: Training,
    course: () => Promise<PlannedCourse>,
    readonly end: () => void
  ) {
    if (isPlanned()) void this.#read(course());
  }

  start(setUp: SetUp): void {
    this.training.command({ do: 'start', setUp });
  }

  /** *Decision*: the rounds that are left are a set of their own, so that every set has one setting. */
  adjust(setUp: SetUp): void {
    const rounds = setUp.rounds - this.training.view.rounds.length;
    this.isAdjusting = false;
    this.training.command({ do: 'stop' });
    this.start({ ...setUp, rounds });
  }

  answer(check: Check): void {
    this.training.answer(check);
    if (check.when === 'after' && check.signs.length === 0) this.end();
  }

  /** Asks how it is after training; who has not trained goes at once. */
  stop(): void {
    if (!this.#hasTrained) {
      this.end();
      return;
    }
    this.training.command({ do: 'stop' });
    this.#isAsking = true;
  }

  /** Who locks the screen does not see the target: the set waits. */
  hide(): void {
    if (this.training.view.stage === 'training') this.training.command({ do: 'pause' });
  }

  get #hasTrained(): boolean {
    const { schedule, reference } = this.training.view;
    const isFreeCurve = this.course?.course != null && this.course.set === null;
    return schedule !== null || (isFreeCurve && reference !== null);
  }

  async #read(fetched: Promise<PlannedCourse>): Promise<void> {
    const course = await fetched;
    await course.load();
    this.course = course;
  }
}
