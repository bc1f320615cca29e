import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);

/** A message that depends on counts has a form for each of their plurals; the others are one text. */
interface Plural {
  readonly selectors: readonly string[];
  readonly match: Readonly<Record<string, string>>;
}
type Message = string | readonly [Plural];
type Language = 'nl' | 'en';

function messagesIn(language: Language): Readonly<Record<string, Message>> {
  const all = JSON.parse(readFileSync(new URL(`messages/${language}.json`, ROOT), 'utf8')) as Record<
    string,
    Message
  >;
  return Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith('$')));
}
const [nl, en] = [messagesIn('nl'), messagesIn('en')];
const textsOf = (message: Message = '') =>
  typeof message === 'string' ? [message] : Object.values(message[0].match);
const placeholders = (message?: Message) =>
  [
    ...new Set(textsOf(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)))
  ].sort();

/** All code of the app; `m` holds a function for each message. */
const source = readdirSync(new URL('src', ROOT), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('paraglide'))
  .map((file) => readFileSync(new URL(`src/${file.replaceAll('\\', '/')}`, ROOT), 'utf8'))
  .join('\n');

describe('messages', () => {
  it('are the same in Dutch and English, and none is empty', () => {
    expect(Object.keys(nl).sort()).toEqual(Object.keys(en).sort());
    expect(Object.keys(en).length).toBeGreaterThan(100);
    for (const text of [...Object.values(nl), ...Object.values(en)].flatMap(textsOf))
      expect(text.trim()).not.toBe('');
  });

  it.each(Object.keys(en))('%s has the same placeholders in both', (key) => {
    expect(placeholders(nl[key])).toEqual(placeholders(en[key]));
  });

  it('are all used', () => {
    expect(Object.keys(en).filter((key) => !new RegExp(`\\bm\\.${key}\\b`).test(source))).toEqual([]);
  });

  // Where a form is missing, the page shows the name of the message.
  it.each([
    ['nl', nl],
    ['en', en]
  ] as const)('have a form for every plural (%s)', (language, messages) => {
    const plurals = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const message of Object.values(messages)) {
      if (typeof message === 'string') continue;
      const [{ selectors, match }] = message;
      const forms = selectors.reduce<string[]>(
        (some, selector) => some.flatMap((form) => plurals.map((plural) => `${form}, ${selector}=${plural}`)),
        ['']
      );
      expect(Object.keys(match).sort()).toEqual(forms.map((form) => form.slice(2)).sort());
    }
  });
});

/** Words that once stood in the texts and that nobody would say, each with the reason. */
const BANNED: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  nl: [
    [/\blint\b/i, 'Somebody who goes "door het lint" loses her temper; the target is a "baan".'],
    [/\b(set|serie)s?\b/i, 'One word for the rounds of one go: "reeks".'],
    [/prettig/i, 'Indiscreet in this part of the body; the force is "comfortabel".'],
    [/\bje sterkste\b(?! halve)/i, 'Not a noun; it is "je maximale kracht".'],
    [/\bbol gevoel/i, 'A prolapse is felt as a "balgevoel".'],
    [/\bzitting\b/i, 'Also means a session; she sits on a "stoel" and a "kussen".'],
    [
      /\b(je|mijn) rust\b/i,
      'What is measured is the "rustspanning", and what lies between is a "rustpauze".'
    ],
    [/(\}|\bde|\btwee) rusten\b/i, 'No plural of rest; these are "rustpauzes".'],
    [/\bromp wekken\b/i, 'Muscles are "geactiveerd".'],
    [/\b(we|wij|ons|onze)\b/i, 'Nobody stands behind the app to say it.']
  ],
  en: [
    [/\bbreathe on\b/i, 'A calque of "adem door"; it is "keep breathing".'],
    [/\bpress(ing)? down\b/i, 'A calque of "persen"; it is "bear down".'],
    [/\btotal rupture\b/i, 'Reads as a rupture of the uterus; it is a third- or fourth-degree tear.'],
    [/\banew\b/i, 'Out of use; it is "again".'],
    [/\bribbon\b/i, 'One word for the target everywhere: "band".'],
    [/\byour strongest\b(?! half)/i, 'Not a noun; it is "your maximum".'],
    [/\bpain in sex\b/i, 'It is "pain during sex".'],
    [/\bpress it\b/i, 'A complaint is selected, not pressed.'],
    [/\b(we|our|ours)\b/i, 'Nobody stands behind the app to say it.']
  ]
};

describe('wording', () => {
  const offences = (language: Language, messages: Readonly<Record<string, Message>>) =>
    Object.entries(messages).flatMap(([key, message]) =>
      textsOf(message).flatMap((text) =>
        BANNED[language].filter(([word]) => word.test(text)).map(([, reason]) => `${key}: ${text} ${reason}`)
      )
    );

  it('avoids what no physiotherapist says', () => {
    expect(offences('nl', nl)).toEqual([]);
    expect(offences('en', en)).toEqual([]);
  });

  // Where only the plan is gone, a stored birth and answers that named pain still shut what they shut.
  it('says of going on without a plan that only what the plan had shut is open', () => {
    expect(textsOf(nl.gone_sure).join()).not.toMatch(/bevalling|pijn|niets dicht/);
    expect(textsOf(en.gone_sure).join()).not.toMatch(/birth|pain|nothing stays closed/);
  });

  it('is looked at in every form of a message', () => {
    const match = { 'countPlural=one': 'Eén set.', 'countPlural=other': 'Reeksen.' };
    expect(offences('nl', { one: [{ selectors: ['countPlural'], match }] })).toHaveLength(1);
    expect(offences('en', { one: 'Breathe on.', other: 'Keep breathing.' })).toHaveLength(1);
  });
});
