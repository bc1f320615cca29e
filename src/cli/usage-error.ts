/** A mistake in the command's arguments, as one sentence for the person who typed them. */
export class UsageError extends Error {}

/** @throws UsageError naming the option */
export function numberOf(option: string, text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`${option} needs a number, not "${text}".`);
  return value;
}
