import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      // The language is settled by src/lib/state/locale.ts.
      strategy: ['baseLocale'],
      emitTsDeclarations: true
    }),
    sveltekit()
  ],
  // The workers' own packages are added by scripts/licences.js: Vite leaves them out.
  build: { license: { fileName: 'licences.md' } },
  worker: { format: 'es' }
});
