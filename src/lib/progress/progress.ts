import { samenessOf } from '../sensors/same-sensor';
import { changeOf, type SmallestChange } from './smallest-change';
import type { Scale } from '../signal/calibration/reference';
import type { CalibrationRecord } from '../storage/calibration';
import { isReal } from '../plan/simulated';
import { MEASURES, ofEach, type Measure, type SessionMeasures } from './measures';
import { smallestRealChange } from './real-change';
import { trendOf, type Trend } from './trend';
import { weeksOf, type Week } from './weeks';

/** The maximum over weeks, and where its band comes from. */
export interface MaximumTrend {
  readonly sensor: string;
  readonly trend: Trend;
  readonly smallestChange: SmallestChange;
}

/** The measures on one scale. */
export interface ScaleProgress {
  readonly trends: Readonly<Record<Measure, Trend>>;
  /** When the comfortable reference was measured again: earlier sessions are not comparable. Null where it was not. */
  readonly sinceMs: number | null;
  /** The newest hold was as long as the pattern asked: endurance beyond it was not measured. */
  readonly isHoldAsPrescribed: boolean;
}

/** What somebody's sessions and measurements come to over weeks. */
export interface Progress {
  /** Her maximum on the sensor that was measured last, % of the first one there; null where none was measured. */
  readonly maximum: MaximumTrend | null;
  /** What sessions were measured in, that of the newest first. */
  readonly scales: readonly Scale[];
  /** Of the sessions on that scale; those on the other never join them. */
  readonly measuresOn: (scale: Scale) => ScaleProgress;
  readonly weeks: readonly Week[];
}

/**
 * @param sessions those with a round, oldest first
 * @param calibrations newest first; those of the simulated sensor count for nothing
 */
export function progressOf(
  sessions: readonly SessionMeasures[],
  calibrations: readonly CalibrationRecord[],
  nowMs: number
): Progress {
  return {
    maximum: maximumOf(calibrations.filter(isReal)),
    scales: [...new Set(sessions.map(({ scale }) => scale).toReversed())],
    measuresOn: (scale) =>
      scaleProgress(
        sessions.filter((session) => session.scale === scale),
        scale
      ),
    weeks: weeksOf(
      sessions.map(({ atMs }) => atMs),
      nowMs
    )
  };
}

/** A comfortable squeeze is another one each time it is measured: trends on that scale begin again with it. */
function scaleProgress(sessions: readonly SessionMeasures[], scale: Scale): ScaleProgress {
  const span = sessions.at(-1)?.span ?? null;
  // Results of engines before 8 do not know their reference: nothing says that it was another one.
  const isOther = (session: SessionMeasures) => session.span !== null && session.span !== span;
  const other = scale === 'ref' && span !== null ? sessions.findLastIndex(isOther) : -1;
  const comparable = sessions.slice(other + 1);
  return {
    trends: ofEach((measure) => measureTrend(comparable, measure)),
    sinceMs: other < 0 ? null : (comparable[0]?.atMs ?? null),
    isHoldAsPrescribed: comparable.at(-1)?.isHoldAsPrescribed === true
  };
}

function measureTrend(sessions: readonly SessionMeasures[], measure: Measure): Trend {
  const points = sessions.flatMap(({ atMs, values: { [measure]: value } }) =>
    value === null ? [] : { atMs, value }
  );
  const values = points.map(({ value }) => value);
  return trendOf(points, smallestRealChange(values, 10 ** -MEASURES[measure].digits));
}

/** Numbers of two sensors are not to be compared, and a comfortable squeeze is no maximum. */
function maximumOf(calibrations: readonly CalibrationRecord[]): MaximumTrend | null {
  const maxima = calibrations.filter(({ reference }) => reference.scale === 'mvc');
  const sensor = maxima[0]?.sensor;
  if (!sensor) return null;
  const there = maxima.filter((one) => samenessOf(one.sensor, sensor) !== 'other').toReversed();
  const first = there[0]?.reference.span ?? NaN;
  const points = there.map(({ atMs, reference: { span } }) => ({ atMs, value: (100 * span) / first }));
  const smallestChange = changeOf(there.map(({ reference: { span } }) => span));
  return { sensor: sensor.name, trend: trendOf(points, smallestChange.pct), smallestChange };
}
