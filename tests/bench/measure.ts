/** What a figure should be. */
export type Target = { readonly atMost: number } | { readonly atLeast: number };

/** One number of a measure, with its unit and, where one was set, its target. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: Target;
  readonly met?: boolean;
}

/** What a measure found. */
export interface Measurement {
  readonly figures: readonly Figure[];
  /** What the figures are made of, and what could have spoilt them. */
  readonly notes: readonly string[];
}

/** What every measure is given: a finished build, and a browser to open it in. */
export interface Bench {
  readonly buildDir: string;
  /** Where the build is served. */
  readonly url: string;
  /** The browser's program. */
  readonly executablePath: string;
}

export interface Measure {
  readonly name: string;
  /** One line for people: what is measured, from where to where. */
  readonly what: string;
  run(bench: Bench): Promise<Measurement>;
}

/** A figure, rounded to what the measurement can tell. */
export function figure(name: string, value: number, unit: string, target?: Target): Figure {
  const rounded = Number(value.toPrecision(4));
  if (!target) return { name, value: rounded, unit };
  const met = 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
  return { name, value: rounded, unit, target, met };
}

/** Mean of the values; NaN of none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The smallest value that at least `share` of all values do not exceed; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** Real time. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
