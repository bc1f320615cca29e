import type { Page } from '@playwright/test';

interface Prompt {
  readonly id: string;
  readonly devices: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Answers the browser's own device chooser, over its DevTools protocol: takes the first device that it shows, or closes it. The event
 * comes again with the same id while the list grows, and may be answered once only.
 */
export async function answerChooser(page: Page, answer: 'first' | 'cancel'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const answered = new Set<string>();
  session.on('DeviceAccess.deviceRequestPrompted', ({ id, devices }: Prompt) => {
    const [device] = devices;
    if (answered.has(id) || (answer === 'first' && !device)) return;
    answered.add(id);
    if (answer === 'first' && device)
      void session.send('DeviceAccess.selectPrompt', { id, deviceId: device.id });
    else void session.send('DeviceAccess.cancelPrompt', { id });
  });
  await session.send('DeviceAccess.enable');
}
