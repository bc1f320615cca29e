import type { Features } from '$lib/sensors/driver';
import { m } from '$lib/paraglide/messages';

/** How a sensor's numbers are told. */
export interface SensorUnit {
  readonly name: string;
  /** Units in one number. */
  readonly scale: number;
  readonly digits: number;
}

export function sensorUnit(features: Features | null): SensorUnit {
  const { unit, scale, resolution } = features ?? { unit: 'count', scale: 1, resolution: 1 };
  const step = resolution * scale;
  const digits = step > 0 && step < 1 ? Math.min(3, Math.ceil(-Math.log10(step))) : step > 0 ? 0 : 2;
  return { name: unit === 'count' ? m.unit_count() : unit, scale, digits };
}
