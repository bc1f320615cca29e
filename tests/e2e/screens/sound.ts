import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { PageSide } from '../rig/page-side';
import { expect } from '../rig/rig';

export interface Sound {
  /** What is looked at: the state, its size and its colours. */
  readonly name: string;
  /** Whether the page may be longer than the screen. */
  readonly scrolls: boolean;
  /** Whether to check the rules of WCAG 2.2 A and AA too. */
  readonly rules: boolean;
}

/**
 * Nothing is wider than the screen, no rule is broken, and where nothing may scroll, nothing does and every button lies on the
 * screen. The assertions are soft so that one run reports everything.
 */
export async function expectSound(app: Page, { name, scrolls, rules }: Sound): Promise<void> {
  const beyond = await app.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
    return { x: scrollWidth - clientWidth, y: scrollHeight - innerHeight };
  });
  expect.soft(beyond.x, `${name}: px wider than the screen`).toBe(0);
  if (!scrolls) {
    expect.soft(beyond.y, `${name}: px longer than the screen`).toBeLessThanOrEqual(0);
    expect.soft(await beyondTheEdge(app), `${name}: buttons beyond the screen's edge`).toEqual([]);
  }
  if (!rules) return;
  const backToStill = await withRealTime(app);
  const { violations } = await new AxeBuilder({ page: app })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode()
    .analyze();
  await backToStill();
  const broken = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect.soft(broken, `${name}: rules that are broken`).toEqual([]);
}

/** @returns the visible buttons that lie partly beyond an edge of the screen */
function beyondTheEdge(app: Page): Promise<string[]> {
  return app.getByRole('button').evaluateAll((buttons) =>
    buttons
      .filter((button) => {
        const { left, top, right, bottom } = button.getBoundingClientRect();
        return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
      })
      .map((button) => button.textContent.trim())
  );
}

/** Gives what runs in the page the browser's own timer, for who cannot wait. @returns how to take it back */
async function withRealTime(app: Page): Promise<() => Promise<void>> {
  const still = await app.evaluateHandle(() => {
    const { bodemRig } = globalThis as typeof globalThis & { bodemRig?: PageSide };
    const before = globalThis.setTimeout;
    if (bodemRig) globalThis.setTimeout = bodemRig.setTimeout;
    return before;
  });
  return async () => {
    await still.evaluate((before) => {
      globalThis.setTimeout = before;
    });
    await still.dispose();
  };
}
