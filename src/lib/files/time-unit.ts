import { FileRefused } from './refusal';
import { SECONDS, type TimeUnit } from './words';

/** *Decision*: a force or EMG recording has 5 to 2,000 samples a second; units a thousand times apart then exclude each other. */
const PLAUSIBLE_HZ = [5, 2000] as const;
/** What a header claims is believed in these wider bounds. */
const POSSIBLE_HZ = [0.5, 20_000] as const;
/** Faster than this, a step that is no round number of 0.1 ms may as well be a fraction of a minute. */
const SURELY_SECONDS_HZ = 400;
const GUESSED = ['s', 'ms', 'us', 'ns'] as const;
const HINT = 'Name the unit in the header, such as time_s or time_ms.';

/**
 * The unit of a time column: as the header says, if that can be; else the only one in which the recording has a plausible rate.
 *
 * @param step the median of the times' steps, in their unit
 * @param column from 1
 * @throws FileRefused with the unit as the reason
 */
export function unitOfTimes(
  step: number,
  said: TimeUnit | null,
  { line, column, isNamed }: { readonly line: number; readonly column: number; readonly isNamed: boolean }
): TimeUnit {
  if (said !== null) {
    const hz = 1 / (step * SECONDS[said]);
    if (within(hz, POSSIBLE_HZ)) return said;
    throw new FileRefused(
      line,
      column,
      `: the unit of time cannot be ${said}, as the header says: that would be ${Number(hz.toPrecision(3))} samples a second. ${HINT}`,
      'unit'
    );
  }
  const plausible = GUESSED.filter((unit) => within(1 / (step * SECONDS[unit]), PLAUSIBLE_HZ));
  const [unit, ...others] = plausible;
  const couldBeMinutes = unit === 's' && 1 / step > SURELY_SECONDS_HZ && !isRound(step);
  // A step of exactly one is what a counter has, whatever its unit might be.
  if (unit === undefined || others.length > 0 || couldBeMinutes || step === 1)
    throw new FileRefused(
      line,
      column,
      `: the unit of time is not known: ${isNamed ? 'the header names none' : 'no header names it'}, and steps of ${Number(step.toPrecision(4))} fit no single one${step === 1 ? '; they may also count samples' : ''}. ${HINT}`,
      'unit'
    );
  return unit;
}

/** The median of the steps between times that rise. */
export function medianStep(t: readonly number[]): number {
  const steps = Float64Array.from(
    { length: Math.max(0, t.length - 1) },
    (_, i) => (t[i + 1] ?? NaN) - (t[i] ?? NaN)
  ).sort();
  return steps[Math.floor(steps.length / 2)] ?? NaN;
}

const within = (value: number, [from, to]: readonly [number, number]) =>
  value >= from * (1 - 1e-6) && value <= to * (1 + 1e-6);

const isRound = (step: number) =>
  Math.abs(step * 1e4 - Math.round(step * 1e4)) < 1e-6 * Math.max(1, step * 1e4);
