/** What the simulated sensor calls itself. */
export const SIMULATED_NAME = 'Bodem simulated';

/** What records of the simulated sensor say of themselves; those from before there was a mark have only its name. */
interface Markable {
  readonly isSimulated?: boolean | undefined;
  readonly sensor: { readonly name: string } | null;
}

/** Whether a record comes from somebody's own sensor, and counts: the simulated one trains nobody. */
export function isReal({ isSimulated, sensor }: Markable): boolean {
  return isSimulated === undefined ? sensor?.name !== SIMULATED_NAME : !isSimulated;
}
