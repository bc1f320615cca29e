/** A colour by its role; the values are in look.ts. */
export type Tone = 'trace' | 'soft' | 'ink' | 'off' | 'edge';

/** A position in a panel: time in s, and height in the unit of its vertical axis. */
export type Point = readonly [s: number, value: number];

export interface Axis {
  readonly from: number;
  readonly to: number;
  /** With its unit, as it stands beside the axis. */
  readonly name: string;
}

interface Labelled {
  /** A line break is a new line. */
  readonly label?: string;
  readonly tone?: Tone;
}

/** One thing that is drawn in a panel, over those that come before it. */
export type Layer =
  /** The samples joined by straight lines, but not across steps longer than `longestStepS`. The label stands near the time `labelAtS`. */
  | (Labelled & {
      readonly draw: 'trace';
      readonly t: ArrayLike<number>;
      readonly v: ArrayLike<number>;
      readonly longestStepS?: number;
      readonly labelAtS?: number;
      readonly isDashed?: boolean;
    })
  /** Each sample as a dot. */
  | (Labelled & { readonly draw: 'samples'; readonly t: ArrayLike<number>; readonly v: ArrayLike<number> })
  /** The area between two heights that change along straight lines. */
  | (Labelled & {
      readonly draw: 'ribbon';
      readonly corners: readonly (readonly [s: number, low: number, high: number])[];
    })
  /** A stretch of time over the whole height of the panel. */
  | (Labelled & { readonly draw: 'stretch'; readonly fromS: number; readonly toS: number })
  /** A height, over all of the panel or from `fromS` to `toS`. */
  | (Labelled & {
      readonly draw: 'level';
      readonly value: number;
      readonly fromS?: number;
      readonly toS?: number;
    })
  | (Labelled & { readonly draw: 'line'; readonly from: Point; readonly to: Point })
  | (Labelled & { readonly draw: 'moment'; readonly at: Point })
  /** A stretch of time, as a bar at one height with an edge at either end. */
  | (Labelled & {
      readonly draw: 'extent';
      readonly fromS: number;
      readonly toS: number;
      readonly value: number;
    });

export interface Panel {
  readonly heading?: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly layers: readonly Layer[];
  /** Of the area that is drawn in, px. */
  readonly heightPx?: number;
}

/** A picture of one panel or of several, below each other. */
export interface Figure {
  /** What it is, for a person who cannot see it. */
  readonly title: string;
  /** What it shows, for a person who cannot see it. */
  readonly description: string;
  readonly panels: readonly Panel[];
}
