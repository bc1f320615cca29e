import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);

function messagesIn(language: 'nl' | 'en'): Readonly<Record<string, string>> {
  const all = JSON.parse(readFileSync(new URL(`messages/${language}.json`, ROOT), 'utf8')) as Record<
    string,
    string
  >;
  return Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith('$')));
}
const [nl, en] = [messagesIn('nl'), messagesIn('en')];
const placeholders = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** All code of the app; `m` holds a function for each message. */
const source = readdirSync(new URL('src', ROOT), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('paraglide'))
  .map((file) => readFileSync(new URL(`src/${file.replaceAll('\\', '/')}`, ROOT), 'utf8'))
  .join('\n');

describe('messages', () => {
  it('are the same in Dutch and English, and none is empty', () => {
    expect(Object.keys(nl).sort()).toEqual(Object.keys(en).sort());
    expect(Object.keys(en).length).toBeGreaterThan(100);
    for (const text of [...Object.values(nl), ...Object.values(en)]) expect(text.trim()).not.toBe('');
  });

  it.each(Object.keys(en))('%s has the same placeholders in both', (key) => {
    expect(placeholders(nl[key])).toEqual(placeholders(en[key]));
  });

  it('are all used', () => {
    expect(Object.keys(en).filter((key) => !new RegExp(`\\bm\\.${key}\\b`).test(source))).toEqual([]);
  });
});
