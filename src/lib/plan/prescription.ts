import type { SetUp } from '../signal/command';
import type { Step } from './steps';

/** What is trained: a step, and its set; null for a free curve. */
export interface Setting {
  readonly step: Step;
  /** Where fatigue decides how many rounds there are, `rounds` is the most of them. */
  readonly setUp: SetUp | null;
}

/**
 * Why a setting holds from then on. `kept`: something else was proposed, and the answer was no. `remeasure`: the setting stays, and what
 * was 100 % before does not hold any more. `dated`: the setting stays; after a long time without training the person said that the
 * device's date is right.
 */
export const REASONS = ['start', 'chosen', 'advance', 'back', 'kept', 'remeasure', 'dated'] as const;

/** What is to be trained from a moment on, until the next one. None is ever changed: together they tell how it went. */
export interface Prescription extends Setting {
  readonly id: string;
  readonly person: string;
  readonly atMs: number;
  /** Its place in the order of recording. */
  readonly sequence?: number | undefined;
  readonly perDay: number | null;
  readonly reason: (typeof REASONS)[number];
  /** The therapist who decided it; null: nobody but the person herself. */
  readonly therapist: string | null;
  /** Who opened a step that was shut; it holds as long as that step does. */
  readonly override: Override | null;
}

/** What somebody is who may open a step. */
export const ROLES = ['physiotherapist', 'midwife', 'doctor', 'nurse'] as const;
export type Role = (typeof ROLES)[number];

/** A therapist's word that opens a step, and lets its setting go beyond what the step asks for. A complaint that comes after it shuts the step again. */
export interface Override {
  readonly therapist: string;
  /** Absent in those from before it was asked. */
  readonly role?: Role | undefined;
  readonly reason: string;
  readonly atMs: number;
  /** Its place in the order of recording: that of the prescription that it came with. */
  readonly sequence?: number | undefined;
}
