import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '../../../src/lib/errors';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime';
import { changingErrorText, removingErrorText, storingErrorText } from '../../../src/lib/ui/error-text';

let locale: 'en' | 'nl' = 'en';
beforeEach(() => {
  overwriteGetLocale(() => locale);
});
afterEach(() => {
  locale = 'en';
});

const NOT_WRITTEN = [
  ['unknown', new Error('It broke.')],
  ['no storage', new AppError('storage_unavailable')],
  ['a full disk', new AppError('storage_full')]
] as const;

it.each(NOT_WRITTEN)('tells of what was typed only where something was typed (%s)', (_, error) => {
  expect(storingErrorText(error)).toMatch(/what you typed is still here/i);
  expect(removingErrorText(error)).toBe('This could not be removed. Nothing was changed: try again.');
  expect(changingErrorText(error)).toBe('That did not work. Nothing was changed: try again.');
  locale = 'nl';
  expect(storingErrorText(error)).toMatch(/wat je hebt getypt, staat er nog/i);
  expect(removingErrorText(error)).toBe(
    'Dit kon niet worden gewist. Er is niets gewijzigd: probeer het opnieuw.'
  );
  expect(changingErrorText(error)).toBe('Dat is niet gelukt. Er is niets gewijzigd: probeer het opnieuw.');
});

it('gives a reason of its own where there is one', () => {
  const elsewhere = new AppError('recording_elsewhere');
  expect(removingErrorText(elsewhere)).toBe(storingErrorText(elsewhere));
  expect(removingErrorText(elsewhere)).not.toMatch(/could not be removed/);
});
