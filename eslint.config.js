import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig([
  { ignores: ['build/', '.svelte-kit/', '.bodem/', 'src/lib/paraglide/', 'test-results/'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
    },
    rules: {
      // The compiler knows every global; the rule does not know types.
      'no-undef': 'off',
      // A number in a text is what most of our texts are about.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An interface states a shape, a type names a union: both read well where they stand.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Const enums of a library exist for the compiler only; their numbers have to be written out.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      // $derived and $props look like lets that never change.
      'prefer-const': 'off',
      // Pages live under one base path that Kit resolves for us.
      'svelte/no-navigation-without-resolve': 'error'
    }
  }
]);
