import type { SensorProfile } from '../driver';

const service = '7e4e1701-1ea6-40c9-9dcc-13d34ffead57';
const at = (part: string) => ({ service, characteristic: `7e4e${part}-1ea6-40c9-9dcc-13d34ffead57` });

/**
 * Tindeq Progressor and firmware compatible with it. Answers come on the data channel and name no command, so the battery is
 * asked for, and its answer awaited, before the stream starts.
 */
export const profile: SensorProfile = {
  id: 'progressor',
  title: 'Progressor',
  names: [{ namePrefix: 'Progressor' }],
  service,
  channels: { pressure: at('1702'), control: at('1703') },
  open: [
    { do: 'subscribe', channel: 'pressure' },
    {
      do: 'write',
      channel: 'control',
      bytes: [0x6f],
      answer: { channel: 'pressure', startsWith: [0x00] },
      optional: true
    },
    { do: 'write', channel: 'control', bytes: [0x65] }
  ],
  close: [{ do: 'write', channel: 'control', bytes: [0x66] }]
};
