import { defineConfig } from '@playwright/test';
import { slowness } from './tests/e2e/rig/slowness';

// The tests start the server themselves, through scripts/serve.js; the reporter comes with the command.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 5000 * slowness() },
  // Two at once: most of them wait for a sensor's time to pass.
  workers: 2,
  // The screens are compared with their snapshots, and a snapshot is written only on request, as `npm run screens` does.
  updateSnapshots: 'none',
  snapshotPathTemplate: 'tests/e2e/screens/snapshots/{arg}{ext}'
});
