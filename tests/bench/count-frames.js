/**
 * Runs in the page: how many animation frames come in so many ms. Plain JavaScript, because a compiler's helpers do not exist there.
 *
 * @param {number} ms
 * @returns {Promise<number>}
 */
export function countFrames(ms) {
  return new Promise((resolve) => {
    const start = performance.now();
    let count = 0;
    const next = () => {
      count += 1;
      if (performance.now() - start < ms) requestAnimationFrame(next);
      else resolve(count);
    };
    requestAnimationFrame(next);
  });
}
