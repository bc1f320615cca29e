import { defineConfig } from '@playwright/test';

// The tests start the server themselves, through scripts/serve.js; the reporter comes with the command.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  // Two at once: most of them wait for a sensor's time to pass.
  workers: 2,
  // Screens are compared with the pictures in the documentation, and only `npm run screens` makes new ones.
  updateSnapshots: 'none',
  snapshotPathTemplate: 'docs/screens/{arg}{ext}'
});
