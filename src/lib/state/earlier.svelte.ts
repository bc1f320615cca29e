import type { CalibrationRecord } from '../storage/calibration';
import type { SensorIdentity } from '../storage/entry';

/** Whether there is anything to look for: on a first visit the archive is not even started. */
const KEY = 'bodem.calibrated';

/** What was 100 % for this person on this sensor before. Another sensor has none of it. */
export class EarlierCalibrations {
  /** Newest first. */
  list = $state.raw<readonly CalibrationRecord[]>([]);

  /** @param read all of the person's, newest first */
  constructor(private readonly read: () => Promise<readonly CalibrationRecord[]>) {}

  /** Looks for those of that sensor. Where they cannot be read, everything is measured anew. */
  async recall({ driver, name }: SensorIdentity): Promise<void> {
    this.list = [];
    if (!hasAny()) return;
    const all = await this.read().catch(() => []);
    this.list = all.filter(({ sensor }) => sensor.driver === driver && sensor.name === name);
  }

  /** One was accepted. */
  note(): void {
    try {
      localStorage.setItem(KEY, '1');
    } catch {
      // A browser that stores nothing has nothing to look for.
    }
  }
}

function hasAny(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
