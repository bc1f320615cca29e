import { runBrowserTests } from './browser-tests.js';

await runBrowserTests([String.raw`/crash\.test\.ts$`], { BODEM_KILLS: '50' });
