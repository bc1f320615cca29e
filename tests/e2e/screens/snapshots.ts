import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../rig/rig';

const FOLDER = fileURLToPath(new URL('snapshots', import.meta.url));

/** The address of a session contains its random id. */
const SESSION_ID = /(?<=\?id=)[\da-f-]{36}/g;

/** The accessibility trees of one walk, one file for each state. */
export class Snapshots {
  readonly #held = new Set<string>();

  constructor(
    private readonly app: Page,
    /** The walk's own folder inside the snapshots. */
    private readonly folder: string
  ) {}

  /** Compares what assistive technology reads now with the file of this state, or rewrites that file on request. */
  async hold(state: string): Promise<void> {
    const file = `${state}.yml`;
    this.#held.add(file);
    const tree = await this.app.locator('body').ariaSnapshot();
    // The assertion is soft so that one run reports every state that changed.
    expect.soft(`${tree.replaceAll(SESSION_ID, '…')}\n`).toMatchSnapshot([this.folder, file]);
  }

  /** Expects that the folder holds no file of a state that the walk no longer visits, or removes such files on request. */
  end(): void {
    const path = join(FOLDER, this.folder);
    const superfluous = readdirSync(path).filter((file) => !this.#held.has(file));
    if (test.info().config.updateSnapshots === 'none') {
      expect(superfluous, `snapshots in ${this.folder} of states that no longer exist`).toEqual([]);
    } else {
      for (const file of superfluous) rmSync(join(path, file));
    }
  }
}
