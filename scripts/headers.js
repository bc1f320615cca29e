import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ROOT } from './install.js';

const META = /<meta\s+http-equiv="content-security-policy"\s+content="([^"]*)"/i;

/** What Bodem uses. */
const ALLOWED = ['bluetooth', 'screen-wake-lock'];

/** What Bodem never uses, so that no page of it can ask. Only names that Chromium knows: it warns of others. */
const DENIED = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'interest-cohort',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking'
];

/** Cloudflare Pages passes over longer lines without a word. */
const LONGEST_LINE = 2000;

/**
 * Reads the policy that Kit writes into a page.
 *
 * @param {string} html
 * @returns {string | undefined}
 */
export function policyOf(html) {
  return META.exec(html)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#34;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/**
 * Makes one policy of many: each page brings the hash of its own inline script, all else is the same.
 *
 * @param {string[]} policies
 * @returns {string}
 */
export function mergePolicies(policies) {
  /** @type {Map<string, Set<string>>} */
  const merged = new Map();
  for (const policy of policies) {
    for (const directive of policy.split(';')) {
      const [name, ...sources] = directive.trim().split(/\s+/);
      if (!name) continue;
      const known = merged.get(name) ?? new Set();
      for (const source of sources) known.add(source);
      merged.set(name, known);
    }
  }
  // A meta element may not say who frames the page; a header may.
  merged.set('frame-ancestors', new Set(["'none'"]));
  return [...merged].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

/**
 * Writes the response headers of a build, in the format that Netlify and Cloudflare Pages read, into
 * `_headers` beside its pages.
 *
 * @param {string} buildDir
 * @returns {void}
 */
export function writeHeaders(buildDir) {
  const files = readdirSync(buildDir, { recursive: true, encoding: 'utf8' });
  const pages = files.filter((file) => file.endsWith('.html')).sort();
  const policies = pages
    .map((page) => policyOf(readFileSync(join(buildDir, page), 'utf8')))
    .filter((policy) => policy !== undefined);
  if (policies.length === 0) {
    throw new Error(`No page in ${buildDir} states a content security policy; run "npm run build" first.`);
  }
  const permissions = [
    ...ALLOWED.map((feature) => `${feature}=(self)`),
    ...DENIED.map((feature) => `${feature}=()`)
  ];
  const lines = [
    '/*',
    `  Content-Security-Policy: ${mergePolicies(policies)}`,
    `  Permissions-Policy: ${permissions.join(', ')}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: no-referrer',
    '  Cross-Origin-Opener-Policy: same-origin',
    '  Cross-Origin-Resource-Policy: same-origin',
    '  Cache-Control: no-cache',
    // Comes last because the last rule that matches decides.
    '/_app/immutable/*',
    '  Cache-Control: public, max-age=31536000, immutable'
  ];
  const long = lines.find((line) => line.length > LONGEST_LINE);
  if (long) {
    throw new Error(
      `The header ${long.trim().slice(0, 30)}… has more than ${LONGEST_LINE} characters and hosts would ` +
        'leave it out; prerender fewer pages, or give them the same inline script.'
    );
  }
  const target = join(buildDir, '_headers');
  // A running server may read it at any moment, so it appears whole or not at all.
  writeFileSync(`${target}.new`, `${lines.join('\n')}\n`);
  renameSync(`${target}.new`, target);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    writeHeaders(join(ROOT, 'build'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
