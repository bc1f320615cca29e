import { driverById } from './drivers';

/** What is known of a sensor that something was measured with. */
interface Known {
  readonly driver: string;
  /** For people only: two devices may have the same name, and a device may lose its own. */
  readonly name: string;
  /** The browser's id of the device, where the browser keeps ids. */
  readonly id?: string | undefined;
}

/** `unsure`: nothing tells the two apart, and nothing says that they are one. */
export type Sameness = 'same' | 'unsure' | 'other';

/**
 * Whether both are one device. Where both have an id, it alone decides. Without one (a browser that gives new ids each time it starts, a
 * record from before ids were kept) the names can show that it is another device, and never that it is the same.
 */
export function samenessOf(one: Known, two: Known): Sameness {
  if (one.driver !== two.driver) return 'other';
  if (one.id !== undefined && two.id !== undefined) return one.id === two.id ? 'same' : 'other';
  const label = driverById(one.driver)?.profile.title;
  const isNamed = one.name !== label && two.name !== label;
  return isNamed && one.name !== two.name ? 'other' : 'unsure';
}
