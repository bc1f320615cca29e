import { expect, test } from 'vitest';
import { emergencyNumber } from '../../../src/lib/state/emergency';

test.each([
  ['nl-BE', 'Europe/Brussels', '112'],
  ['nl-NL', 'Europe/Amsterdam', '112'],
  ['fr-LU', 'Europe/Luxembourg', '112'],
  ['de-DE', 'Europe/Berlin', '112'],
  ['de-AT', 'Europe/Vienna', '112'],
  ['de-CH', 'Europe/Zurich', '112'],
  ['fr-FR', 'Europe/Paris', '112'],
  ['en-IE', 'Europe/Dublin', '112'],
  ['pl-PL', 'Europe/Warsaw', '112'],
  ['en-GB', 'Europe/London', '999'],
  ['en-US', 'America/New_York', '911'],
  ['fr-CA', 'America/Toronto', '911'],
  ['en-AU', 'Australia/Sydney', '000'],
  ['en-NZ', 'Pacific/Auckland', '111']
])('%s in %s calls %s', (language, timeZone, number) => {
  expect(emergencyNumber([language], timeZone)).toBe(number);
});

test.each([
  {
    title: 'the first language that names a region counts',
    languages: ['en', 'en-AU', 'en-US'],
    number: '000'
  },
  { title: 'a script is no region', languages: ['zh-Hant-NZ'], number: '111' },
  { title: 'a region may be in small letters', languages: ['en-us'], number: '911' },
  { title: 'a language alone has 112', languages: ['nl'], number: '112' },
  { title: 'a region that is not in the table has 112', languages: ['en-IN'], number: '112' },
  { title: 'no language at all has 112', languages: [], number: '112' }
])('$title', ({ languages, number }) => {
  expect(emergencyNumber(languages, 'UTC')).toBe(number);
});

test('a browser in American or British English has 112 on the continent of Europe', () => {
  expect(emergencyNumber(['en-US', 'nl'], 'Europe/Amsterdam')).toBe('112');
  expect(emergencyNumber(['en-GB'], 'Europe/Brussels')).toBe('112');
});
