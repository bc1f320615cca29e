import type { Walk } from './walk';

/** One state of one screen, and how to get there from the one before. */
export interface State {
  readonly name: string;
  /** Nothing scrolls while training: the buttons stay where they are. Also seen on a phone that lies on its side. */
  readonly live?: true;
  readonly steps: (walk: Walk) => Promise<unknown>;
}
