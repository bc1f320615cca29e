/** Something recorded of a person. */
export interface Recorded {
  /** Its place among all that was recorded of her, from 1 on. Absent in what did not come through the database's own door. */
  readonly sequence?: number | undefined;
  /** As the clock of the device had it, which may have been wrong. */
  readonly atMs: number;
}

/**
 * Whether one was recorded after the other. The order of recording decides, since a clock can be set; the date only where a place is not
 * known.
 */
export function isAfter(one: Recorded, other: Recorded): boolean {
  if (one.sequence !== undefined && other.sequence !== undefined) return one.sequence > other.sequence;
  return one.atMs > other.atMs;
}

/** To sort what was recorded, newest first. What has no place comes before all that has one, by its date. */
export function newestFirst(one: Recorded, other: Recorded): number {
  return (other.sequence ?? 0) - (one.sequence ?? 0) || other.atMs - one.atMs;
}
