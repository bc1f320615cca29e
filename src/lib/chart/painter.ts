import type { Picture } from '../session/picture';
import { drawLive, type Context } from './live-layer';
import type { Look } from './look';

/** Whoever keeps a canvas up to date: on this thread or on another. */
export interface CurvePainter {
  /** Draws like this from now on; until the first look nothing is drawn. */
  show(look: Look): void;
  /** Draws no more. */
  stop(): void;
}

/** Draws each frame whole, on the thread that it was made on. */
export class Painter implements CurvePainter {
  readonly #ctx: Context | null;
  #look: Look | null = null;
  /** 0 while it draws nothing. */
  #frame = 0;

  /** @param pictureAt what to draw at a time of this thread's `performance.now()` */
  constructor(
    private readonly canvas: HTMLCanvasElement | OffscreenCanvas,
    private readonly pictureAt: (atMs: number) => Picture
  ) {
    this.#ctx = canvas.getContext('2d');
    // The graphics process was gone, and with it the canvas's own scale.
    canvas.addEventListener('contextrestored', () => {
      if (this.#look && this.#frame !== 0) this.show(this.#look);
    });
  }

  show(look: Look): void {
    const { width, height, pixelRatio } = look;
    this.#look = look;
    this.canvas.width = Math.round(width * pixelRatio);
    this.canvas.height = Math.round(height * pixelRatio);
    this.#ctx?.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    // At once: another size has emptied the canvas.
    this.stop();
    this.#draw(performance.now());
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  readonly #draw = (atMs: number): void => {
    this.#frame = requestAnimationFrame(this.#draw);
    if (this.#ctx && this.#look) drawLive(this.#ctx, this.pictureAt(atMs), this.#look);
  };
}
