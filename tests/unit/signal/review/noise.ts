import { randomOf } from '../../plan/simulated-person';

/** Normal numbers of SD 1 around 0, the same for the same seed (Box and Muller). */
export function normalOf(seed: number): () => number {
  const random = randomOf(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
