import type { Command } from '../../../src/lib/signal/command';
import type { FastStep } from '../../../src/lib/signal/calibration/fast-series';
import type { GuideStep } from '../../../src/lib/signal/calibration/guided';
import type { Reference } from '../../../src/lib/signal/calibration/reference';
import { SHORT_TARE_S } from '../../../src/lib/signal/tare';
import type { SessionView, Stage } from '../../../src/lib/session/view';

/** What a screen wants of the person: a press, to sit still, or a squeeze. `bear`: to bear down. `set`: to follow the target. */
export type Asks = 'press' | 'still' | 'squeeze' | 'bear' | 'set';

export interface Offers {
  /** The files in `src` that show it. */
  readonly screens: readonly string[];
  readonly asks: Asks;
  /** What can be pressed, the way on first. Ending the session is offered everywhere beside it. */
  readonly presses: (view: SessionView) => readonly Press[];
}
/** One press; it may give more than one command. */
export type Press = readonly Command[];

const TRAIN = 'routes/train/+page.svelte';
const FLOW = 'lib/state/training-flow.svelte.ts';

const TARE: Press = [{ do: 'tare', windowS: SHORT_TARE_S }];
const CALIBRATE: Press = [{ do: 'calibrate' }];
const CANCEL: Press = [{ do: 'cancel' }];
const GUIDE: Press = [{ do: 'guide', scale: 'ref', restS: 30 }];
const GUIDE_MAXIMUM: Press = [{ do: 'guide', scale: 'mvc', restS: 60 }];
const FAST: Press = [{ do: 'fast' }];
export const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 2000, fallMs: 1000, restMs: 1000 },
  rounds: 4,
  bandPct: 10
};
const START: Press = [{ do: 'start', setUp: SET_UP, guarded: true }];
/** What was 100 % in an earlier session. */
const EARLIER: Reference = { polarity: 1, span: 300, scale: 'ref', rmaxPctPerS: null };

const proposedOf = ({ proposal }: SessionView) => proposal?.reference.polarity ?? 1;
const oppositeOf = ({ proposal }: SessionView) => proposal?.opposite?.polarity;

/** Objections to the attempt that can be objected to, and taking back those that were made. */
function objections({ guide, attempts, objection }: SessionView): Press[] {
  const isPending = guide?.step === 'rest' && guide.attempt > attempts.length + 1;
  const objected = attempts.flatMap(({ refused }, n) =>
    refused === 'breath' || refused === 'buttocks' ? [n] : []
  );
  if (isPending && objection !== null) objected.push(attempts.length);
  const open = isPending
    ? objection === null && attempts.length
    : attempts.at(-1)?.refused === null && attempts.length - 1;
  return [
    ...objected.map((index): Press => [{ do: 'object', index, objection: null }]),
    ...(open === false ? [] : [[{ do: 'object', index: open, objection: 'breath' }] satisfies Press])
  ];
}

const GUIDE_STEPS: Readonly<Record<GuideStep, Omit<Offers, 'screens'>>> = {
  settle: { asks: 'still', presses: () => [CANCEL] },
  listen: { asks: 'still', presses: () => [CANCEL] },
  practice: { asks: 'squeeze', presses: () => [GUIDE, CANCEL] },
  confirm: {
    asks: 'press',
    presses: (view) => {
      const opposite = oppositeOf(view);
      return [
        [{ do: 'confirm', polarity: proposedOf(view) }],
        ...(opposite === undefined ? [] : [[{ do: 'confirm', polarity: opposite }] satisfies Press]),
        [{ do: 'practise' }],
        [{ do: 'contrast' }],
        GUIDE,
        CANCEL
      ];
    }
  },
  contrast: { asks: 'bear', presses: () => [[{ do: 'contrast' }], GUIDE, CANCEL] },
  rest: { asks: 'still', presses: (view) => [[{ do: 'pause' }], CANCEL, ...objections(view)] },
  squeeze: { asks: 'squeeze', presses: () => [[{ do: 'pause' }]] },
  paused: { asks: 'press', presses: (view) => [[{ do: 'resume' }], CANCEL, ...objections(view)] },
  result: {
    asks: 'press',
    presses: (view) => [[{ do: 'accept', polarity: proposedOf(view) }], CANCEL, ...objections(view)]
  },
  failed: { asks: 'press', presses: (view) => [CANCEL, ...objections(view)] }
};

const FAST_STEPS: Readonly<Record<FastStep, Omit<Offers, 'screens'>>> = {
  rest: { asks: 'still', presses: () => [FAST, CANCEL] },
  fast: { asks: 'squeeze', presses: () => [FAST, CANCEL] },
  result: {
    asks: 'press',
    presses: ({ reference }) => [[{ do: 'accept', polarity: reference?.polarity ?? 1 }], FAST, CANCEL]
  },
  failed: { asks: 'press', presses: () => [CANCEL, FAST] }
};

const READY: Offers = {
  screens: ['lib/ui/Ready.svelte', 'lib/ui/GuideIntro.svelte', 'lib/ui/ResumeAsk.svelte', FLOW],
  asks: 'press',
  presses: ({ reference }) => [
    START,
    TARE,
    CALIBRATE,
    GUIDE,
    GUIDE_MAXIMUM,
    ...(reference?.rmaxPctPerS === null ? [FAST] : [])
  ]
};

/** What each stage offers; a stage that is missing does not compile. */
const STAGES: Readonly<Record<Stage, (view: SessionView) => Offers>> = {
  untared: ({ setRunning, reference, tareRefusal }) => ({
    screens: ['lib/ui/Tare.svelte', 'lib/ui/GuideIntro.svelte'],
    asks: 'press',
    presses: () => [
      TARE,
      ...(setRunning ? [] : [GUIDE, GUIDE_MAXIMUM]),
      ...(reference === null && tareRefusal === null
        ? [[{ do: 'refer', reference: EARLIER }, ...TARE] satisfies Press]
        : [])
    ]
  }),
  taring: () => ({ screens: ['lib/ui/Tare.svelte'], asks: 'still', presses: () => [] }),
  tared: () => ({
    screens: ['lib/ui/Calibrate.svelte', 'lib/ui/GuideIntro.svelte'],
    asks: 'press',
    presses: () => [CALIBRATE, TARE, GUIDE, GUIDE_MAXIMUM]
  }),
  // Who reads how to squeeze begins anew afterwards.
  calibrating: () => ({
    screens: ['lib/ui/Calibrate.svelte'],
    asks: 'squeeze',
    presses: () => [TARE, CALIBRATE]
  }),
  proposed: (view) => ({
    screens: ['lib/ui/Calibrate.svelte'],
    asks: 'press',
    presses: () => [
      [{ do: 'accept', polarity: proposedOf(view) }],
      [{ do: 'accept', polarity: oppositeOf(view) ?? proposedOf(view) }],
      CALIBRATE,
      TARE
    ]
  }),
  guided: ({ guide }) => ({ screens: ['lib/ui/Guide.svelte'], ...GUIDE_STEPS[guide?.step ?? 'settle'] }),
  fast: ({ fast }) => ({ screens: ['lib/ui/FastGuide.svelte'], ...FAST_STEPS[fast?.step ?? 'rest'] }),
  'zero-lost': () => ({ screens: ['lib/ui/Tare.svelte'], asks: 'press', presses: () => [TARE] }),
  ready: () => READY,
  'set-over': () => READY,
  training: () => ({
    screens: [TRAIN, FLOW, 'lib/state/training.svelte.ts'],
    asks: 'set',
    // The last is what leads to the guided measurement, where 100 % has grown.
    presses: () => [[{ do: 'pause' }], [{ do: 'stop' }]]
  }),
  paused: () => ({
    screens: [TRAIN, FLOW, 'lib/ui/PauseAsk.svelte', 'lib/ui/ResumeAsk.svelte'],
    asks: 'press',
    // The last is what is set up anew for the rounds that are left.
    presses: () => [[{ do: 'resume' }], TARE, [{ do: 'stop' }], [{ do: 'stop' }, ...START]]
  })
};

export const STAGE_NAMES = Object.keys(STAGES) as Stage[];
export const GUIDE_STEP_NAMES = Object.keys(GUIDE_STEPS) as GuideStep[];
export const FAST_STEP_NAMES = Object.keys(FAST_STEPS) as FastStep[];

/** What the screens show and offer at that moment. */
export function offersAt(view: SessionView): Offers {
  return STAGES[view.stage](view);
}
