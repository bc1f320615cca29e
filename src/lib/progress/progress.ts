import type { Scale } from '../signal/calibration/reference';
import { SMALLEST_REAL_CHANGE_PCT } from '../signal/calibration/result';
import type { CalibrationRecord } from '../storage/calibration';
import { MEASURES, ofEach, type Measure, type SessionMeasures } from './measures';
import { smallestRealChange } from './real-change';
import { trendOf, type Trend } from './trend';
import { weeksOf, type Week } from './weeks';

/** What somebody's sessions and measurements come to over weeks. */
export interface Progress {
  /** Her maximum on the sensor that was measured last, % of the first one there; null where none was measured. */
  readonly maximum: { readonly sensor: string; readonly trend: Trend } | null;
  /** What sessions were measured in, that of the newest first. */
  readonly scales: readonly Scale[];
  /** Of the sessions on that scale; those on the other never join them. */
  readonly measuresOn: (scale: Scale) => Readonly<Record<Measure, Trend>>;
  readonly weeks: readonly Week[];
}

/**
 * @param sessions those with a round, oldest first
 * @param calibrations newest first
 */
export function progressOf(
  sessions: readonly SessionMeasures[],
  calibrations: readonly CalibrationRecord[],
  nowMs: number
): Progress {
  return {
    maximum: maximumOf(calibrations),
    scales: [...new Set(sessions.map(({ scale }) => scale).toReversed())],
    measuresOn(scale) {
      const comparable = sessions.filter((session) => session.scale === scale);
      return ofEach((measure) => measureTrend(comparable, measure));
    },
    weeks: weeksOf(
      sessions.map(({ atMs }) => atMs),
      nowMs
    )
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
function maximumOf(calibrations: readonly CalibrationRecord[]): Progress['maximum'] {
  const maxima = calibrations.filter(({ reference }) => reference.scale === 'mvc');
  const sensor = maxima[0]?.sensor;
  if (!sensor) return null;
  const there = maxima
    .filter((one) => one.sensor.driver === sensor.driver && one.sensor.name === sensor.name)
    .toReversed();
  const first = there[0]?.reference.span ?? NaN;
  const points = there.map(({ atMs, reference: { span } }) => ({ atMs, value: (100 * span) / first }));
  return { sensor: sensor.name, trend: trendOf(points, SMALLEST_REAL_CHANGE_PCT) };
}
