import type { SensorDriver } from './driver';
import { kgoalBoost } from './kgoal-boost/codec';
import { openProfile } from './open-profile/codec';
import { progressor } from './progressor/codec';

/** Every sensor that Bodem reads: to add one, write its folder and name it here. */
export const drivers: readonly SensorDriver[] = [openProfile, kgoalBoost, progressor];

/** The driver of that profile id, or undefined for one that this version does not know. */
export function driverById(id: string): SensorDriver | undefined {
  return drivers.find((driver) => driver.profile.id === id);
}
