import { existsSync, readFileSync } from 'node:fs';

/** Human force recorded by others. It lies beside the project and is not part of it; its README tells whose it is. */
const FOLDER = new URL('../../../shared/recordings/', import.meta.url);

/** The text of a recording, or null and a warning where it is absent. */
export function recording(file: string): string | null {
  const path = new URL(file, FOLDER);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  console.warn(`Not checked against ${file}: the recording is absent.`);
  return null;
}

export interface Rows {
  readonly t: readonly number[];
  readonly v: readonly number[];
}

/** Read here once more, independently of the simulated sensor. */
export function rowsOf(csv: string): Rows {
  const rows = csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  return { t: rows.map(([t = NaN]) => t), v: rows.map(([, v = NaN]) => v) };
}
