import type { SetUp } from '../signal/command';
import type { Step } from './steps';

/** What is trained: a step, and its set; null for a free curve. */
export interface Setting {
  readonly step: Step;
  /** Where fatigue decides how many rounds there are, `rounds` is the most of them. */
  readonly setUp: SetUp | null;
}

/** Why a setting holds from then on. `kept`: something else was proposed, and the answer was no. */
export const REASONS = ['start', 'chosen', 'advance', 'back', 'kept'] as const;

/** What is to be trained from a moment on, until the next one. None is ever changed: together they tell how it went. */
export interface Prescription extends Setting {
  readonly id: string;
  readonly person: string;
  readonly atMs: number;
  readonly perDay: number | null;
  readonly reason: (typeof REASONS)[number];
  /** The therapist who decided it; null: nobody but the person herself. */
  readonly therapist: string | null;
  /** Who opened a step that was shut; it holds as long as that step does. */
  readonly override: Override | null;
}

/** A therapist's word that opens a step. Pain that comes after it shuts the step again. */
export interface Override {
  readonly therapist: string;
  readonly reason: string;
  readonly atMs: number;
}
