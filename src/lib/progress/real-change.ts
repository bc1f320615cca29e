import { sdOf } from '../signal/uncertainty/sd';

/** *Decision*: five differences; of fewer, one odd day would settle it. */
export const LEAST_POINTS = 6;
/** Two-sided, 95 %. */
const Z = 1.96;

/**
 * The smallest difference between two measurements that is more than what varies from one to the next: 1.96 · √2 · SEM (the smallest detectable
 * change at 95 %). For no figure but the maximum has anybody published one for a seat, so the standard error of measurement comes from the
 * person's own differences between one time and the next: SEM = SD of the differences / √2 (the typical error of Hopkins 2000,
 * 10.2165/00007256-200030010-00001). The SD is taken about the mean difference, so that somebody who gains steadily is not taken for somebody
 * who varies. (With the day-to-day variation of a maximum, 11 %, this gives the 31 % that are published.)
 *
 * @param values in the order of time
 * @param step one unit of the last digit that is shown: less than it is never called a change
 * @returns in their unit; null of fewer than `LEAST_POINTS`
 */
export function smallestRealChange(values: readonly number[], step: number): number | null {
  if (values.length < LEAST_POINTS) return null;
  const differences = values.slice(1).map((value, i) => value - (values[i] ?? NaN));
  return Math.max(step, Z * sdOf(differences));
}
