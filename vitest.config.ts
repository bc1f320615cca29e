import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Without the app's plugins: what is tested here is plain TypeScript, and their watchers keep the process alive.
export default defineConfig({
  resolve: { alias: { $lib: at('src/lib'), '$firmware-sim': at('firmware-sim') } },
  test: { include: ['tests/{unit,contract,recordings}/**/*.test.ts'], restoreMocks: true }
});
