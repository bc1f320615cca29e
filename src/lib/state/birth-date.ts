/** Whether a child can have been born that day. @param date yyyy-mm-dd; @param nowMs since 1970 */
export function isBirthDate(date: string, nowMs: number): boolean {
  const midnight = new Date(`${date}T00:00`).getTime();
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && midnight <= nowMs;
}
