import type { Locator, Page } from '@playwright/test';
import { expect } from './rig';

/** How a page is looked at; `text` is the size of the root's font. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly text: string;
}
export const LARGE_TEXT: Look = { width: 390, height: 844, text: '200%' };
/** 1280 by 1024 at 400 %. */
const ZOOMED: Look = { width: 320, height: 256, text: '' };
export const SMALL_PHONE: Look = { width: 390, height: 664, text: '' };
export const LOOKS = [LARGE_TEXT, ZOOMED, SMALL_PHONE] as const;

export const nameOf = ({ width, height, text }: Look) => `${width}×${height} ${text}`.trim();

export async function look(app: Page, { width, height, text }: Look): Promise<void> {
  await app.setViewportSize({ width, height });
  await app.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
    scrollTo(0, 0);
  }, text);
}

/** What reaches over the right edge, so that a failure names it; nothing where the page can be read without scrolling sideways. */
export function overTheEdge(app: Page): Promise<string[]> {
  return app.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`);
  });
}

export async function expectNoSideways(
  app: Page,
  page: string,
  looks: readonly Look[] = LOOKS
): Promise<void> {
  for (const each of looks) {
    await look(app, each);
    // The curve takes the page's new width a frame later.
    await expect.soft.poll(() => overTheEdge(app), { message: `${page} at ${nameOf(each)}` }).toEqual([]);
  }
}

/** Whole, and on the first screen. */
export async function expectAboveTheFold(app: Page, answer: Locator, page: string): Promise<void> {
  await look(app, SMALL_PHONE);
  const box = await answer.first().boundingBox();
  expect.soft((box?.y ?? NaN) + (box?.height ?? NaN), page).toBeLessThanOrEqual(SMALL_PHONE.height);
  expect.soft(box?.y ?? NaN, page).toBeGreaterThanOrEqual(0);
}
