import { runBrowserTests } from './browser-tests.js';

await runBrowserTests([String.raw`/screens\.test\.ts$`, '--update-snapshots']);
