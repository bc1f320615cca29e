import { BATTERY, type SensorProfile } from '../driver';

const service = '8e7c6065-7656-17ad-1b41-b53d1a548e0d';

/** Subscribing starts the stream; there is nothing to write. */
export const profile: SensorProfile = {
  id: 'kgoal-boost',
  title: 'kGoal Boost',
  names: [{ name: 'Boost' }, { name: 'kGoal' }],
  service,
  channels: {
    pressure: { service, characteristic: '10c2be2d-d2d5-b7a8-5f42-e2468c9ebbf5' },
    battery: BATTERY
  },
  open: [
    { do: 'read', channel: 'battery', optional: true },
    { do: 'subscribe', channel: 'pressure' }
  ],
  close: []
};
