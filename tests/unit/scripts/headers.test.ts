import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headersFor, parseRules } from '../../../scripts/header-rules.js';
import { mergePolicies, policyOf, writeHeaders } from '../../../scripts/headers.js';

function page(policy: string): string {
  return `<!doctype html><head><meta charset="utf-8" />
    <meta http-equiv="content-security-policy" content="${policy}"></head>`;
}

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bodem-headers-'));
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

describe('policyOf', () => {
  it('decodes the entities of the attribute, the ampersand last', () => {
    expect(policyOf(page('script-src &#39;self&#39; &quot;x&quot; a?b&amp;quot;'))).toBe(
      `script-src 'self' "x" a?b&quot;`
    );
  });

  it('finds nothing in a page without a policy', () => {
    expect(policyOf('<!doctype html><meta charset="utf-8">')).toBeUndefined();
  });
});

describe('mergePolicies', () => {
  it('keeps every source of every page once and forbids framing', () => {
    const merged = mergePolicies([
      "default-src 'none'; script-src 'self' 'sha256-a'",
      "default-src 'none'; script-src 'self' 'sha256-b'"
    ]);
    expect(merged).toBe(
      "default-src 'none'; script-src 'self' 'sha256-a' 'sha256-b'; frame-ancestors 'none'"
    );
  });
});

describe('writeHeaders', () => {
  it('writes one policy for the pages of all folders', () => {
    mkdirSync(join(dir, 'learn'));
    writeFileSync(join(dir, 'index.html'), page("script-src 'self' 'sha256-a'"));
    writeFileSync(join(dir, 'learn', 'more.html'), page('script-src &#39;self&#39; &#39;sha256-b&#39;'));
    writeFileSync(join(dir, '404.html'), '<!doctype html>');
    writeHeaders(dir);

    const rules = parseRules(readFileSync(join(dir, '_headers'), 'utf8'));
    const headers = headersFor(rules, '/learn/more');
    expect(headers.get('content-security-policy')).toBe(
      "script-src 'self' 'sha256-a' 'sha256-b'; frame-ancestors 'none'"
    );
    expect(headers.get('permissions-policy')).toMatch(/^bluetooth=\(self\), screen-wake-lock=\(self\), /);
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headersFor(rules, '/_app/immutable/x.js').get('cache-control')).toContain('immutable');
  });

  it('refuses a build without any policy', () => {
    writeFileSync(join(dir, 'index.html'), '<!doctype html>');
    expect(() => {
      writeHeaders(dir);
    }).toThrow('content security policy');
  });

  it('refuses a policy that hosts would leave out for its length', () => {
    writeFileSync(join(dir, 'index.html'), page(`script-src ${'x'.repeat(2000)}`));
    expect(() => {
      writeHeaders(dir);
    }).toThrow('more than 2000 characters');
  });
});

describe('headersFor', () => {
  const rules = parseRules(
    '# ours\n/*\n  X-A: 1\n  Cache-Control: no-cache\n\n/_app/*\n  cache-control: a:b\n/one\n  X-A: 2\n'
  );

  it('lets the later rule decide, whatever the case of the name', () => {
    expect([...headersFor(rules, '/_app/x.js')]).toEqual([
      ['x-a', '1'],
      ['cache-control', 'a:b']
    ]);
  });

  it('matches a rule without a star only exactly', () => {
    expect(headersFor(rules, '/one').get('x-a')).toBe('2');
    expect(headersFor(rules, '/one/two').get('x-a')).toBe('1');
  });

  it('names a line that is no header', () => {
    expect(() => parseRules('/*\n  nonsense\n')).toThrow('"nonsense"');
  });
});
