import { samenessOf } from '../sensors/same-sensor';
import type { CalibrationRecord } from '../storage/calibration';
import type { SensorIdentity } from '../storage/entry';

/** What was 100 % for this person on this sensor before. Another sensor has none of it. */
export class EarlierCalibrations {
  /** Newest first. */
  list = $state.raw<readonly CalibrationRecord[]>([]);
  /** Another sensor of this kind and name was measured with before; or the browser was asked to forget this one, which comes to the same. */
  hasNamesake = $state.raw(false);

  /** @param read all of the person's, newest first */
  constructor(private readonly read: () => Promise<readonly CalibrationRecord[]>) {}

  /** Looks for those of that sensor. Where they cannot be read, everything is measured anew. */
  async recall(sensor: SensorIdentity): Promise<void> {
    this.list = [];
    this.hasNamesake = false;
    const all = await this.read().catch(() => []);
    this.list = all.filter((record) => samenessOf(record.sensor, sensor) !== 'other');
    this.hasNamesake = all.some(
      ({ sensor: { driver, name, id } }) =>
        driver === sensor.driver && name === sensor.name && id !== sensor.id && id !== undefined
    );
  }
}
