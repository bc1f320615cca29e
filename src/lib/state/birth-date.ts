/** Whether a child can have been born that day: it exists, and has begun here. @param date yyyy-mm-dd; @param nowMs since 1970 */
export function isBirthDate(date: string, nowMs: number): boolean {
  // A day that does not exist, like 30 February, is taken for another one.
  const day = new Date(`${date}T00:00Z`).getTime();
  const exists = Number.isFinite(day) && new Date(day).toISOString().startsWith(`${date}T`);
  return exists && new Date(`${date}T00:00`).getTime() <= nowMs;
}
