import type { Locator, Page, Request } from '@playwright/test';
import { expect, test, USUAL } from './rig/rig';
import { setUp } from './rig/steps';

/** Without hardware, as a newcomer does it: nothing but the page and a key or a finger. */
test.use({ rig: { ...USUAL, sensors: [], speed: 1 } });

const STEP_S = 0.2;

/** The page's clock, which stands still but for what is let pass: so how long she needs is what she does, not what the machine does. */
class HeldClock {
  nowS = 0;
  /** Of these so much that nothing could be pressed yet, because the panel had just changed. */
  settlingS = 0;
  readonly #fetching = new Set<Request>();

  private constructor(private readonly app: Page) {
    app.on('request', (request) => this.#fetching.add(request));
    app.on('requestfinished', (request) => this.#fetching.delete(request));
    app.on('requestfailed', (request) => this.#fetching.delete(request));
  }

  static async hold(app: Page): Promise<HeldClock> {
    const start = new Date('2026-05-12T08:00:00Z');
    await app.clock.install({ time: start.getTime() - 60_000 });
    await app.clock.pauseAt(start);
    return new HeldClock(app);
  }

  async pass(s: number): Promise<void> {
    for (const endS = this.nowS + s; this.nowS < endS - 1e-9; this.nowS += STEP_S) {
      await this.app.clock.runFor(1000 * STEP_S);
      await this.#answered();
    }
  }

  /** Lets time pass until something is there to be seen. */
  async until(wanted: Locator, withinS: number): Promise<void> {
    const endS = this.nowS + withinS;
    while (this.nowS < endS) {
      if (await wanted.isVisible()) {
        await this.#settled();
        return;
      }
      await this.pass(STEP_S);
    }
    await expect(wanted).toBeVisible();
  }

  async #settled(): Promise<void> {
    const beganS = this.nowS;
    while ((await this.app.locator('[data-settling]').count()) > 0) await this.pass(STEP_S);
    this.settlingS += this.nowS - beganS;
  }

  /** What was fetched is there, the worker has heard all that was sent, and the page all that it answered, however slow the machine. */
  async #answered(): Promise<void> {
    await expect.poll(() => this.#fetching.size).toBe(0);
    const turn = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    for (const worker of this.app.workers()) await worker.evaluate(turn);
    await this.app.evaluate(turn);
  }
}

async function firstMinute(
  app: Page,
  press: () => Promise<void>,
  release: () => Promise<void>
): Promise<void> {
  const clock = await HeldClock.hold(app);
  const button = (name: string) => app.getByRole('button', { name, exact: true });
  await app.goto('/');
  await button('Try without a sensor').click();
  await clock.until(button('None of these'), 5);
  await button('None of these').click();
  await clock.until(button('I know how: go on'), 5);
  await button('I know how: go on').click();
  await clock.until(button('Measure my resting level'), 5);

  const beganS = clock.nowS - clock.settlingS;
  await button('Measure my resting level').click();
  await clock.until(button('I am ready'), 10);
  await button('I am ready').click();
  for (let n = 1; n <= 3; n++) {
    await press();
    // 45 % a second for 2 s: some 90 % of what this person can do.
    await clock.pass(2);
    await release();
    if (n < 3) await clock.until(app.getByRole('img', { name: `${n} of 3` }), 5);
  }
  await clock.until(button('Yes, go on'), 5);
  expect(clock.nowS - clock.settlingS - beganS).toBeLessThanOrEqual(15);

  await button('Yes, go on').click();
  await clock.until(button('Begin'), 4);
  await setUp(app, { Force: 50, Rounds: 1, tense: 1, hold: 0.5, 'let go': 1, rest: 2 });
  await button('Begin').click();
  await clock.until(app.getByRole('heading', { name: 'That was your set' }), 15);
  await button('Finish').click();
  await clock.until(button('None of these'), 5);
  await button('None of these').click();
  await clock.until(app.getByRole('link', { name: 'History' }), 5);
  await expect(app.getByRole('row', { name: /Round 1/ })).toBeVisible();
  await app.getByRole('link', { name: 'History' }).click();
  await clock.until(
    app.getByRole('listitem').filter({
      hasText:
        /50 %, hold 0\.5 s \(10;5;10;20\)\s*Bodem simulated · 1 round · simulated sensor, does not count/
    }),
    5
  );
}

test('the first minute with the space bar: calibrated in 15 s beside the pauses of the app; it presses no button while it squeezes', async ({
  app
}) => {
  await firstMinute(
    app,
    () => app.keyboard.down('Space'),
    () => app.keyboard.up('Space')
  );
});

test('the first minute with a finger on the screen: calibrated in 15 s beside the pauses of the app', async ({
  app
}) => {
  await firstMinute(
    app,
    async () => {
      await app.mouse.move(200, 200);
      await app.mouse.down();
    },
    () => app.mouse.up()
  );
});
