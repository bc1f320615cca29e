import { test, USUAL } from './rig/rig';
import { takePicture, TAKES_PICTURES } from './screens/pictures';
import { Snapshots } from './screens/snapshots';
import { expectSound } from './screens/sound';
import type { State } from './screens/state';
import { STATES, WITHOUT_BLUETOOTH } from './screens/states';
import { LANGUAGES, Walk } from './screens/walk';

const WIDEST = { width: 1440, height: 900 };
const UPRIGHT = [{ width: 390, height: 844 }, { width: 820, height: 1180 }, WIDEST] as const;
/** While training a phone may lie on its side. */
const LYING = { width: 844, height: 390 };
const SCHEMES = ['light', 'dark'] as const;

// Both languages run at once.
test.describe.configure({ mode: 'parallel' });

/** Walks from state to state, checks that everybody can read and use each one, and compares each with its snapshot. */
async function see(walk: Walk, folder: string, states: readonly State[]): Promise<void> {
  const snapshots = new Snapshots(walk.app, folder);
  for (const [i, { name, live, steps }] of states.entries()) {
    // The colour scheme changes colours alone: boxes and words are the same in both. So one scheme is enough for each state in each
    // language, and the other language has the other scheme, because the rules on contrast have to hold in both.
    const turn = i + LANGUAGES.indexOf(walk.language);
    const scheme = SCHEMES[turn % 2 === 0 ? 0 : 1];
    // The rules take long to check and depend little on the size, so each state is checked at one of the sizes.
    const sizeOfRules = UPRIGHT[turn % UPRIGHT.length];
    await test.step(name, async () => {
      await steps(walk);
      await walk.still();
      for (const size of live ? [...UPRIGHT, LYING] : UPRIGHT) {
        await walk.app.setViewportSize(size);
        for (const colorScheme of TAKES_PICTURES ? SCHEMES : [scheme]) {
          await walk.app.emulateMedia({ colorScheme });
          await walk.drawn();
          const look = `${name}-${size.width}x${size.height}-${colorScheme}`;
          await takePicture(walk.app, folder, look);
          await expectSound(walk.app, {
            name: look,
            scrolls: !live,
            rules: size === sizeOfRules && colorScheme === scheme
          });
        }
        // A small screen leaves out some of the words, and the widest has room for all of them.
        if (size === WIDEST) await snapshots.hold(name);
      }
      await walk.goOn();
    });
  }
  snapshots.end();
}

for (const language of LANGUAGES) {
  test.describe(`all that can be seen, in ${language}`, () => {
    test.use({ locale: language, timezoneId: 'Europe/Amsterdam' });
    // The walk visits some sixty states, each at several sizes.
    test.setTimeout(600_000);

    test.describe('with a sensor', () => {
      const sensors = [{ kind: 'open-profile', samplesPerFrame: 1 }] as const;
      test.use({ rig: { ...USUAL, sensors, speed: 1, bluetooth: 'page' } });

      test('can be read and used by all, and reads as in its snapshots', async ({ app, sensor }) => {
        await see(await Walk.begin(app, sensor, language), language, STATES);
      });
    });

    test.describe('without Web Bluetooth', () => {
      // A browser without it does not know the name of its permission either, and says so once.
      test.use({
        rig: { ...USUAL, bluetooth: 'page', webBluetooth: false },
        allowedErrors: [/Unrecognized feature: 'bluetooth'/]
      });

      test('can be read and used by all, and reads as in its snapshots', async ({ app, sensor }) => {
        const walk = await Walk.begin(app, sensor, language);
        await see(walk, `${language}-without-bluetooth`, WITHOUT_BLUETOOTH);
      });
    });
  });
}
