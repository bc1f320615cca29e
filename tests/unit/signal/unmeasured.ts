/** Paths of numbers in it that are none or infinite. */
export function unmeasured(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => unmeasured(part, `${path}.${key}`));
}
