import { baseLocale, isLocale, locales, overwriteGetLocale, type Locale } from '../paraglide/runtime';

const KEY = 'bodem.locale';

/** Settles the language for as long as the page is open: the chosen one, else the browser's first that there is. */
export function settleLocale(document: Document): void {
  const locale = stored() ?? preferred(navigator.languages);
  overwriteGetLocale(() => locale);
  document.documentElement.lang = locale;
}

/** Keeps the choice and opens the page anew in it. */
export function chooseLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // A browser that stores nothing keeps to its own language.
  }
  location.reload();
}

function stored(): Locale | null {
  try {
    const value = localStorage.getItem(KEY);
    return isLocale(value) ? value : null;
  } catch {
    return null;
  }
}

function preferred(languages: readonly string[]): Locale {
  const wanted = languages.map((language) => language.split('-')[0]);
  return (
    wanted.find((language): language is Locale => locales.some((locale) => locale === language)) ?? baseLocale
  );
}
