#!/usr/bin/env node
// npx bodem-analyse: the command line of src/cli, which is TypeScript.
import process from 'node:process';

try {
  const { register } = await import('tsx/esm/api');
  register();
} catch {
  console.error('Run npm install in the folder of Bodem first.');
  process.exit(2);
}
await import('../src/cli/analyse');
