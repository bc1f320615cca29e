/**
 * Runs in the app's worker and watches it from outside: which packets came, and when the frame that draws them was over. Plain
 * JavaScript, because a compiler's helpers do not exist there.
 *
 * @typedef {readonly [tick: number, raw: number, scriptEndMs: number, frameEndMs: number]} Drawn
 * one sample: its device tick, its number, and when the drawing callback and the whole frame had ended (ms since 1970)
 */
export function watchDrawing() {
  const epochMs = () => performance.timeOrigin + performance.now();

  /** @type {Drawn[]} */
  const drawn = [];
  Object.assign(globalThis, { bodemDrawn: drawn });

  /** @type {(readonly [number, number])[]} */
  let arrived = [];
  /** Beads drawn so far. */
  let beads = 0;

  /** A message posted inside a frame is delivered when the frame has been handed on. */
  const afterFrame = new MessageChannel();
  /** @type {{ samples: typeof arrived, scriptEndMs: number }[]} */
  const unfinished = [];
  afterFrame.port1.onmessage = () => {
    const frameEndMs = epochMs();
    for (const { samples, scriptEndMs } of unfinished) {
      for (const [tick, raw] of samples) drawn.push([tick, raw, scriptEndMs, frameEndMs]);
    }
    unfinished.length = 0;
  };

  // The app's own listener was there before: what arrives here has been taken in.
  self.addEventListener(
    'message',
    (/** @type {MessageEvent<{ channel?: string, bytes?: unknown }>} */ event) => {
      const { channel, bytes } = event.data;
      if (channel !== 'pressure' || !(bytes instanceof Uint8Array)) return;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      arrived.push([view.getUint32(4, true), view.getUint16(8, true)]);
    }
  );

  // The bead is the newest sample: with it, all that had arrived is on the canvas.
  const canvas = OffscreenCanvasRenderingContext2D.prototype;
  const arc = /** @type {{ value: (...args: unknown[]) => void }} */ (
    Object.getOwnPropertyDescriptor(canvas, 'arc')
  );
  Object.defineProperty(canvas, 'arc', {
    ...arc,
    value(/** @type {unknown[]} */ ...args) {
      beads += 1;
      arc.value.apply(this, args);
    }
  });

  const request = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) =>
    request((atMs) => {
      const before = beads;
      callback(atMs);
      if (beads === before || arrived.length === 0) return;
      unfinished.push({ samples: arrived, scriptEndMs: epochMs() });
      arrived = [];
      afterFrame.port2.postMessage(null);
    });
}
