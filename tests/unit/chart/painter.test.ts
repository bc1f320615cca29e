import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Painter } from '../../../src/lib/chart/painter';
import { pictureOf } from '../../../src/lib/session/picture';
import { RecordedTrace } from '../../../src/lib/session/trace';
import { EMPTY_VIEW } from '../../../src/lib/session/view';
import { LOOK, recordingContext, type Drawn } from './recording-context';

/** A canvas whose graphics process may end, and come back without what was drawn and without the scale. */
class FragileCanvas extends EventTarget {
  width = 0;
  height = 0;
  readonly #recording = recordingContext();

  getContext = () => this.#recording.ctx;
  get drawn(): readonly Drawn[] {
    return this.#recording.drawn;
  }
  lose(): void {
    this.#recording.drawn.length = 0;
  }
  comeBack(): void {
    this.dispatchEvent(new Event('contextrestored'));
  }
}

let canvas: FragileCanvas;
let painter: Painter;

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  canvas = new FragileCanvas();
  const traces = new RecordedTrace(Float64Array.of(0, 1800, 0, NaN));
  painter = new Painter(canvas as unknown as HTMLCanvasElement, () => pictureOf(traces, EMPTY_VIEW, null, 0));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const scales = () => canvas.drawn.filter(({ call }) => call === 'setTransform').map(({ args }) => args[0]);
const lines = () => canvas.drawn.filter(({ call }) => call === 'stroke').length;

it('draws all of it again, at the right scale, once the graphics process is back', () => {
  painter.show({ ...LOOK, pixelRatio: 2 });
  const before = lines();
  expect(before).toBeGreaterThan(0);
  canvas.lose();
  canvas.comeBack();
  expect(scales()).toEqual([2]);
  expect(lines()).toBe(before);
});

it('draws nothing after it was stopped, nor before it knows how', () => {
  canvas.comeBack();
  expect(canvas.drawn).toEqual([]);
  painter.show(LOOK);
  painter.stop();
  canvas.lose();
  canvas.comeBack();
  expect(canvas.drawn).toEqual([]);
});
