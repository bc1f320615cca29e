import { defineConfig } from '@playwright/test';

// The tests start the server themselves, through scripts/serve.js; the reporter comes with the command.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  workers: 1
});
