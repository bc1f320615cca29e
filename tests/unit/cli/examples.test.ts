import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DOCUMENT, withOutputs } from '../../../scripts/examples.js';

const text = readFileSync(DOCUMENT, 'utf8');

it('the documented examples are what the command prints', () => {
  const examples = text.match(/^\$ npx bodem-analyse /gm) ?? [];
  // One of each program, and two tables.
  expect(examples.length).toBeGreaterThanOrEqual(7);
  expect(withOutputs(text)).toBe(text);
});

it('an output that is not what the command prints is found', () => {
  const changed = text.replace(/^Contraction 1$/m, 'Contraction 9');
  expect(changed).not.toBe(text);
  expect(withOutputs(changed)).toBe(text);
});
