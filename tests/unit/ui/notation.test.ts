import { expect, it } from 'vitest';
import { patternNotation, patternWords, setWords } from '../../../src/lib/ui/notation';

// The endurance pattern as it is printed: 2 s up, 9 s hold, 2 s down, 4 s rest.
const PATTERN = { riseMs: 2000, holdMs: 9000, fallMs: 2000, restMs: 4000 };

it('says a pattern in seconds, with its printed numbers beside', () => {
  expect(patternNotation(PATTERN)).toBe('20;90;20;40');
  expect(patternWords(PATTERN).replaceAll('\u00a0', ' ')).toBe(
    'tense 2 s · hold 9 s · let go 2 s · rest 4 s'
  );
  expect(setWords({ forcePct: 30, pattern: PATTERN })).toBe('30 %, hold 9 s (20;90;20;40)');
  expect(setWords({ forcePct: 30, pattern: { ...PATTERN, holdMs: 500 } })).toBe(
    '30 %, hold 0.5 s (20;5;20;40)'
  );
});
