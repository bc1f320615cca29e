import { readFileSync, statSync } from 'node:fs';

/** @typedef {{ path: string, headers: [name: string, value: string][] }} Rule */

/**
 * Reads a `_headers` file: a path at the start of a line, its headers indented below it.
 *
 * @param {string} text
 * @returns {Rule[]}
 */
export function parseRules(text) {
  /** @type {Rule[]} */
  const rules = [];
  for (const line of text.split(/\r?\n/)) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (content === line.trimEnd()) {
      rules.push({ path: content, headers: [] });
      continue;
    }
    const colon = content.indexOf(':');
    const rule = rules.at(-1);
    if (!rule || colon < 1) {
      throw new Error(`The line "${content}" of _headers is not a header; run "npm run build" again.`);
    }
    rule.headers.push([content.slice(0, colon).toLowerCase(), content.slice(colon + 1).trim()]);
  }
  return rules;
}

/**
 * The headers for one path. Where two rules name the same header, the later one decides.
 *
 * @param {Rule[]} rules
 * @param {string} path
 * @returns {Map<string, string>} by name in lower case
 */
export function headersFor(rules, path) {
  const matching = rules.filter((rule) =>
    rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path
  );
  return new Map(matching.flatMap((rule) => rule.headers));
}

/**
 * @param {string} file
 * @returns {() => Rule[]} the rules, read again when the file has changed
 */
export function rulesReader(file) {
  let read = '';
  /** @type {Rule[]} */
  let rules = [];
  return () => {
    // While a build is under way there is no file; what it said before still holds.
    const stats = statSync(file, { throwIfNoEntry: false });
    const version = stats ? [stats.mtimeMs, stats.size, stats.ino].join() : read;
    if (version !== read) rules = parseRules(readFileSync(file, 'utf8'));
    read = version;
    return rules;
  };
}
