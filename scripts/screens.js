import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runBrowserTests } from './browser-tests.js';
import { ROOT } from './install.js';

const PICTURES = join(ROOT, 'test-results', 'screens');

// Pictures of states that no longer exist would mislead who looks through them.
rmSync(PICTURES, { recursive: true, force: true });
await runBrowserTests([String.raw`/screens\.test\.ts$`, '--update-snapshots'], { BODEM_PICTURES: PICTURES });
console.log(`The pictures are in ${PICTURES}.`);
