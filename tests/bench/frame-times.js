/**
 * Runs in the page or in its worker: the times of all animation frames that come in so many ms, by the frames' own clock, in ms. Written into an array
 * made beforehand, so that listening adds nothing for a collector to do.
 *
 * @param {number} ms
 * @returns {Promise<number[]>}
 */
export function frameTimes(ms) {
  return new Promise((resolve) => {
    const times = new Float64Array(Math.ceil(ms / 4));
    const start = performance.now();
    let count = 0;
    requestAnimationFrame(function next(atMs) {
      times[count++] = atMs;
      if (atMs - start < ms) requestAnimationFrame(next);
      else resolve(Array.from(times.subarray(0, count)));
    });
  });
}
