import { test, USUAL } from './rig/rig';
import { Pictures } from './screens/pictures';
import { expectSound } from './screens/sound';
import type { State } from './screens/state';
import { STATES, WITHOUT_BLUETOOTH } from './screens/states';
import { LANGUAGES, Walk } from './screens/walk';

const UPRIGHT = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 }
] as const;
// Both languages at once.
test.describe.configure({ mode: 'parallel' });

/** While training a phone may lie on its side. */
const LYING = { width: 844, height: 390 };
const SCHEMES = ['light', 'dark'] as const;

/** Goes from state to state, looks whether each can be read and used by all, and holds each against its pictures. */
async function see(walk: Walk, pictures: Pictures, states: readonly State[]): Promise<void> {
  for (const [i, { name, live, steps }] of states.entries()) {
    await test.step(name, async () => {
      await steps(walk);
      await walk.still();
      // The rules are slow to check, and hang on sizes and colours little: each state is checked once in each language, each time in
      // another one.
      let toCheck = (5 * i + 2 * LANGUAGES.indexOf(walk.language)) % (2 * UPRIGHT.length);
      for (const size of live ? [...UPRIGHT, LYING] : UPRIGHT) {
        await walk.app.setViewportSize(size);
        for (const colorScheme of SCHEMES) {
          await walk.app.emulateMedia({ colorScheme });
          await walk.drawn();
          const picture = `${name}-${size.width}x${size.height}-${colorScheme}`;
          await pictures.take(picture);
          await expectSound(walk.app, {
            name: picture,
            scrolls: !live,
            rules: toCheck-- === 0
          });
        }
      }
      await walk.goOn();
    });
  }
  pictures.end();
}

for (const language of LANGUAGES) {
  test.describe(`all that can be seen, in ${language}`, () => {
    test.use({ locale: language, timezoneId: 'Europe/Amsterdam' });
    // The browser is asked for hundreds of pictures.
    test.setTimeout(600_000);

    test.describe('with a sensor', () => {
      const sensors = [{ kind: 'open-profile', samplesPerFrame: 1 }] as const;
      test.use({ rig: { ...USUAL, sensors, speed: 1, bluetooth: 'page' } });

      test('can be read and used by all, and looks as in its pictures', async ({ app, sensor }) => {
        await see(await Walk.begin(app, sensor, language), await Pictures.begin(app, language), STATES);
      });
    });

    test.describe('without Web Bluetooth', () => {
      // A browser without it does not know the name of its permission either, and says so once.
      test.use({
        rig: { ...USUAL, bluetooth: 'page', webBluetooth: false },
        allowedErrors: [/Unrecognized feature: 'bluetooth'/]
      });

      test('can be read and used by all, and looks as in its pictures', async ({ app, sensor }) => {
        const pictures = await Pictures.begin(app, `${language}-without-bluetooth`);
        await see(await Walk.begin(app, sensor, language), pictures, WITHOUT_BLUETOOTH);
      });
    });
  });
}
