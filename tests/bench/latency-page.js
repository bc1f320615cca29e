/**
 * Runs in the page before the app and watches it from outside: which samples came back from the worker, and when the frame that
 * draws them was over.
 *
 * @typedef {readonly [timeS: number, raw: number, scriptEndMs: number, frameEndMs: number]} Drawn
 * one sample: its session time, its number, and when the drawing callback and the whole frame had ended (ms since 1970)
 */
{
  const ROW_LENGTH = 4;
  const epochMs = () => performance.timeOrigin + performance.now();

  /** @type {Drawn[]} */
  const drawn = [];
  Object.assign(globalThis, { bodemDrawn: drawn });

  /** @type {(readonly [number, number])[]} */
  let arrived = [];
  /** Beads drawn so far. */
  let beads = 0;

  /** A message posted inside a frame is delivered when its style, layout and paint are done. */
  const afterFrame = new MessageChannel();
  /** @type {{ samples: typeof arrived, scriptEndMs: number }[]} */
  const unfinished = [];
  afterFrame.port1.onmessage = () => {
    const frameEndMs = epochMs();
    for (const { samples, scriptEndMs } of unfinished) {
      for (const [timeS, raw] of samples) drawn.push([timeS, raw, scriptEndMs, frameEndMs]);
    }
    unfinished.length = 0;
  };

  const answers = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage');
  Object.defineProperty(Worker.prototype, 'onmessage', {
    ...answers,
    set(/** @type {(event: MessageEvent<{ rows?: unknown }>) => void} */ listener) {
      answers?.set?.call(this, (/** @type {MessageEvent<{ rows?: unknown }>} */ event) => {
        listener.call(this, event);
        const { rows } = event.data;
        if (!(rows instanceof Float64Array)) return;
        for (let at = 0; at < rows.length; at += ROW_LENGTH)
          arrived.push([rows[at] ?? NaN, rows[at + 1] ?? NaN]);
      });
    }
  });

  // The bead is the newest sample: with it, all that had arrived is on the canvas.
  const canvas = CanvasRenderingContext2D.prototype;
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
