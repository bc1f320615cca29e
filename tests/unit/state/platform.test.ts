import { describe, expect, it } from 'vitest';
import { bluetoothOf, whyMissing } from '../../../src/lib/state/platform';

const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
const navigatorOf = (userAgent: string, maxTouchPoints: number) =>
  ({ userAgent, maxTouchPoints }) as Navigator;

describe('advice where Web Bluetooth is missing', () => {
  it.each([
    [
      'iPhone, Safari',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${SAFARI} Mobile/15E148 Safari/604.1`,
      5,
      'ios'
    ],
    ['iPad as a Mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI} Safari/605.1.15`, 5, 'ios'],
    [
      'iPad, mobile site',
      `Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) ${SAFARI} Mobile/15E148 Safari/604.1`,
      5,
      'ios'
    ],
    [
      'iPhone, Chrome',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.7339.39 Mobile/15E148 Safari/604.1',
      5,
      'ios'
    ],
    ['Mac, Safari', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI} Safari/605.1.15`, 0, 'other'],
    ['Linux, Chrome', `Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36`, 0, 'linux'],
    ['Linux, Chrome, touch screen', `Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36`, 10, 'linux'],
    ['Linux, Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 0, 'other'],
    ['Android, Firefox', 'Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0', 5, 'other'],
    ['Android, Chrome', `Mozilla/5.0 (Linux; Android 10; K) ${CHROME} Mobile Safari/537.36`, 5, 'other'],
    [
      'Windows, Firefox',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0',
      0,
      'other'
    ]
  ])('on %s', (_, userAgent, touchPoints, advice) => {
    expect(whyMissing(navigatorOf(userAgent, touchPoints))).toBe(advice);
  });

  it('is not asked for where there is a Bluetooth', () => {
    const bluetooth = { requestDevice: () => Promise.reject(new Error('unused')) };
    // The one member of a navigator that is looked at.
    expect(bluetoothOf({ bluetooth } as unknown as Navigator)).toBe(bluetooth);
    expect(bluetoothOf(navigatorOf('', 0))).toBeNull();
  });
});
