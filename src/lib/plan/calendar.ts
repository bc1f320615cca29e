/** A day of the calendar, yyyy-mm-dd: the same wherever the person travels, and whatever the clocks do. Days compare as text. */
export type Day = string;

const DAY_MS = 86_400_000;

/** Whether there is such a day: 30 February is none. */
export function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(`${text}T`);
}

/** How many days later the second one is; negative where it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + DAY_MS * days).toISOString().slice(0, 10);
}

/** The Monday of its week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** The day it is at that moment where the person is. */
export function dayAt(ms: number): Day {
  const date = new Date(ms);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
