import { describe, expect, it } from 'vitest';
import { drawLive } from '../../../src/lib/chart/live-layer';
import { pictureOf } from '../../../src/lib/session/picture';
import { RecordedTrace } from '../../../src/lib/session/trace';
import { EMPTY_VIEW, type SessionView } from '../../../src/lib/session/view';
import { SetSchedule } from '../../../src/lib/signal/schedule';
import { LOOK, recordingContext, type Drawn } from './recording-context';

const NOW_X = 120;

/** 40 % with a band of ±10 %: rise from 3 s, hold from 7 to 9 s, rest from 13 s. The scale goes up to 1.6 · 40 = 64 %. */
const SCHEDULE = new SetSchedule({
  forcePct: 40,
  pattern: { riseMs: 4000, holdMs: 2000, fallMs: 4000, restMs: 6000 },
  rounds: 2,
  bandPct: 10
}).with(0, 1, 3);
const VIEW: SessionView = {
  ...EMPTY_VIEW,
  stage: 'training',
  rest: { baseline: 1800, sd: 1, drift: 0, farthestTenth: 0, jump: 0 },
  reference: { polarity: 1, span: 1000, scale: 'mvc', rmaxPctPerS: null },
  schedule: SCHEDULE
};

function drawnAt(nowS: number, pct: (t: number) => number): Drawn[] {
  const times = Array.from({ length: 1000 }, (_, i) => i / 50);
  const traces = new RecordedTrace(Float64Array.from(times.flatMap((t) => [t, 1800, pct(t), NaN])));
  const { ctx, drawn } = recordingContext();
  drawLive(ctx, pictureOf(traces, VIEW, SCHEDULE, nowS), LOOK);
  return drawn;
}
const calls = (drawn: readonly Drawn[], call: string) => drawn.filter((each) => each.call === call);
/** The corners of the arrow: what was drawn since the last path but one began. */
function arrowOf(drawn: readonly Drawn[]): (readonly [number, number])[] {
  const fill = drawn.findIndex(({ call, fillStyle }) => call === 'fill' && fillStyle === 'off');
  const begin = drawn.slice(0, fill).findLastIndex(({ call }) => call === 'beginPath');
  return calls(drawn.slice(begin, fill), 'lineTo').map(({ args }) => [Number(args[0]), Number(args[1])]);
}
const texts = (drawn: readonly Drawn[]) => calls(drawn, 'fillText').map(({ args }) => args[0]);

describe('the bead', () => {
  it('is round and in the colour of the thread within the band', () => {
    const drawn = drawnAt(8, (t) => SCHEDULE.valueAt(t));
    const [bead] = calls(drawn, 'arc');
    expect(bead?.args.slice(0, 1)).toEqual([NOW_X]);
    expect(drawn.some(({ fillStyle, strokeStyle }) => fillStyle === 'off' || strokeStyle === 'off')).toBe(
      false
    );
  });

  it('points down above the band, and up below it', () => {
    const down = arrowOf(drawnAt(8, () => 55));
    const up = arrowOf(drawnAt(8, () => 10));
    // The tip is the first corner and lies on the line of now, the two wings left and right of it.
    const [downTip, downWing] = down;
    const [upTip, upWing] = up;
    expect(downTip?.[0]).toBe(NOW_X);
    expect(upTip?.[0]).toBe(NOW_X);
    expect(downTip?.[1]).toBeGreaterThan(downWing?.[1] ?? Infinity);
    expect(upTip?.[1]).toBeLessThan(upWing?.[1] ?? -Infinity);
    expect(
      calls(
        drawnAt(8, () => 55),
        'arc'
      )
    ).toEqual([]);
  });
});

describe('the trail', () => {
  it('is broken and of another colour from where the force left the band', () => {
    const strokes = calls(
      drawnAt(8.5, (t) => (t < 7.5 ? SCHEDULE.valueAt(t) : 60)),
      'stroke'
    );
    const off = strokes.filter(({ strokeStyle }) => strokeStyle === 'off');
    const thread = strokes.filter(({ strokeStyle }) => strokeStyle === 'trace');
    expect(off).toHaveLength(1);
    expect(thread).toHaveLength(1);
    expect(off[0]?.dashes.length).toBeGreaterThan(0);
    expect(thread[0]?.dashes).toEqual([]);
  });
});

describe('above the scale', () => {
  it('the number says how far, at the top edge, and the arrow points down', () => {
    const drawn = drawnAt(8, () => 153);
    expect(texts(drawn)).toEqual(['153 %']);
    const [, yPx] = arrowOf(drawn)[0] ?? [];
    expect(yPx).toBeLessThan(50);
    expect(drawn.at(-1)?.args[2]).toBeLessThan(30);
  });

  it('says it in a rest too, where nothing is corrected', () => {
    const drawn = drawnAt(16, () => 153);
    expect(texts(drawn)).toEqual(['153 %']);
    expect(calls(drawn, 'fillText')[0]?.fillStyle).toBe('trace');
    expect(calls(drawn, 'arc')).toHaveLength(1);
  });

  it('says nothing while the force is within the scale', () => {
    expect(texts(drawnAt(8, () => 63))).toEqual([]);
  });
});
