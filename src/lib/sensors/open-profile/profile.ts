import { BATTERY, type SensorProfile } from '../driver';

const service = 'b0de0001-5f1c-4c5e-9a3b-7d1f0c2e8a64';
const at = (part: string) => ({ service, characteristic: `b0de${part}-5f1c-4c5e-9a3b-7d1f0c2e8a64` });

/** The open Bodem Pressure Service: docs/protocol.md. */
export const profile: SensorProfile = {
  id: 'open-profile',
  title: 'Bodem',
  names: [{ namePrefix: 'Bodem' }],
  service,
  channels: { pressure: at('0002'), control: at('0003'), features: at('0004'), battery: BATTERY },
  open: [
    { do: 'read', channel: 'features' },
    { do: 'read', channel: 'battery', optional: true },
    { do: 'subscribe', channel: 'battery', optional: true },
    { do: 'subscribe', channel: 'control' },
    { do: 'subscribe', channel: 'pressure' },
    {
      do: 'write',
      channel: 'control',
      bytes: [0x01],
      answer: { channel: 'control', startsWith: [0x80, 0x01, 0x01] }
    }
  ],
  close: [{ do: 'write', channel: 'control', bytes: [0x02] }]
};
