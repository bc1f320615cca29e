import type { Context } from '../../../src/lib/chart/live-layer';
import type { Look } from '../../../src/lib/chart/look';

const COLOURS = ['trace', 'off', 'paper', 'soft', 'line', 'ribbon', 'ribbonEdge'] as const;
export const LOOK: Look = {
  // 4 s of past and 8 of future: now lies at a third, 120 px from the left.
  width: 360,
  height: 400,
  pixelRatio: 1,
  style: {
    ...(Object.fromEntries(COLOURS.map((name) => [name, name])) as Record<(typeof COLOURS)[number], string>),
    font: 'small',
    strongFont: 'strong'
  },
  words: { pulse: 'cough', posture: 'moved' }
};

/** One call on a canvas, with what it is drawn with at that moment. */
export interface Drawn {
  readonly call: string;
  readonly args: readonly unknown[];
  readonly fillStyle: unknown;
  readonly strokeStyle: unknown;
  readonly dashes: readonly number[];
}

/** A canvas that keeps what is asked of it and draws nothing; letters are 10 px wide. */
export function recordingContext(): { ctx: Context; drawn: Drawn[] } {
  const drawn: Drawn[] = [];
  const settings: Record<string, unknown> = {};
  let dashes: readonly number[] = [];
  const ctx = new Proxy(settings, {
    get: (_, name: string) => {
      if (name === 'measureText') return (text: string) => ({ width: 10 * text.length });
      if (name in settings) return settings[name];
      return (...args: unknown[]) => {
        if (name === 'setLineDash') dashes = args[0] as number[];
        const { fillStyle, strokeStyle } = settings;
        drawn.push({ call: name, args, fillStyle, strokeStyle, dashes });
      };
    }
  });
  return { ctx: ctx as unknown as Context, drawn };
}
