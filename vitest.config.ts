import { fileURLToPath } from 'node:url';
import { compileModule } from 'svelte/compiler';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Without the app's plugins: their watchers keep the process alive, and no component is tested here.
export default defineConfig({
  plugins: [
    {
      // State with runes, as it runs without a page: what is derived is worked out at each look, and no effect runs.
      name: 'runes',
      enforce: 'post',
      transform: (code, id) =>
        id.endsWith('.svelte.ts') ? compileModule(code, { filename: id, generate: 'server' }).js : null
    }
  ],
  resolve: { alias: { $lib: at('src/lib'), '$firmware-sim': at('firmware-sim') } },
  test: {
    include: ['tests/{unit,contract,recordings}/**/*.test.ts'],
    restoreMocks: true,
    // No test is about how fast the machine is: the limit only ends what hangs.
    testTimeout: 60_000
  }
});
