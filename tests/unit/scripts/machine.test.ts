import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../../scripts/browser.js';
import { installMissing, isOldNode } from '../../../scripts/install.js';
import { isPortFree, portFrom } from '../../../scripts/port.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('findBrowser', () => {
  it('says so when CHROMIUM_PATH names no file', async () => {
    vi.stubEnv('CHROMIUM_PATH', join(tmpdir(), 'no', 'such', 'browser'));
    await expect(findBrowser()).rejects.toThrow(/^CHROMIUM_PATH names .*browser, but there is no such file/);
  });

  it('takes what CHROMIUM_PATH names before anything else', async () => {
    vi.stubEnv('CHROMIUM_PATH', process.execPath);
    expect(await findBrowser()).toBe(process.execPath);
  });

  // Elsewhere the browser is not looked for on PATH.
  if (process.platform === 'linux') {
    it('passes over the note that Ubuntu has for a browser', async () => {
      const dir = mkdtempSync(join(tmpdir(), 'bodem-path-'));
      vi.stubEnv('CHROMIUM_PATH', '');
      vi.stubEnv('PATH', dir);
      writeFileSync(join(dir, 'chromium-browser'), '#!/bin/sh\nexec /snap/bin/chromium "$@"\n');
      expect(await findBrowser()).not.toBe(join(dir, 'chromium-browser'));
      writeFileSync(join(dir, 'chromium'), '#!/bin/sh\n');
      expect(await findBrowser()).toBe(join(dir, 'chromium'));
      rmSync(dir, { recursive: true });
    });
  }
});

describe('installMissing', () => {
  it.each([
    ['18.20.4', true],
    ['20.18.3', true],
    ['20.19.0', false],
    ['22.0.0', false]
  ])('judges Node %s', (version, isOld) => {
    expect(isOldNode(version)).toBe(isOld);
  });

  it('refuses an old Node in one sentence', () => {
    const versions = vi
      .spyOn(process, 'versions', 'get')
      .mockReturnValue({ ...process.versions, node: '18.1.0' });
    expect(() => {
      installMissing();
    }).toThrow('Bodem needs Node 20.19 or newer and this is Node 18.1.0');
    versions.mockRestore();
  });

  it('does nothing when the stamp is that of the lock file', () => {
    const log = vi.spyOn(console, 'log').mockReturnValue();
    const root = mkdtempSync(join(tmpdir(), 'bodem-install-'));
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'package-lock.json'), '{}');
    writeFileSync(join(root, 'node_modules', '.bodem-lock'), createHash('sha256').update('{}').digest('hex'));
    installMissing(root);
    expect(log).not.toHaveBeenCalled();
    rmSync(root, { recursive: true });
  });
});

describe('ports', () => {
  it('takes PORT, or 4173', () => {
    expect(portFrom(undefined)).toBe(4173);
    expect(portFrom('5000')).toBe(5000);
    expect(() => portFrom('many')).toThrow('PORT is "many"');
  });

  it('sees that a port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await isPortFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await isPortFree(port)).toBe(true);
  });
});
