/**
 * @typedef {object} Waits
 * @property {number} firstMs to the frame that has something to look at
 * @property {number} wholeMs to the frame in which nothing is loading any more
 */

/**
 * In the page: how long after a press something is there.
 *
 * @param {{ press: string, until: readonly string[], loading: string }} what selectors of what is pressed and of all that has to be there;
 *   the words that stand where something is loading
 * @returns {Promise<Waits>}
 */
export async function waitsFor({ press, until, loading }) {
  const start = performance.now();
  const passed = async (/** @type {() => boolean} */ isThere) => {
    while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - start;
  };
  /** @type {HTMLElement | null} */ (document.querySelector(press))?.click();
  return {
    firstMs: await passed(() => until.every((each) => document.querySelector(each))),
    wholeMs: await passed(() => !document.body.textContent.includes(loading))
  };
}
