import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { totalsFrom, totalsOfPlaywright, totalsOfVitest } from '../../../scripts/totals.js';

function file(status: string, ...tests: string[]) {
  const assertionResults = tests.map((test, index) => ({ status: test, fullName: `${test} ${index}` }));
  return { name: 'a.test.ts', status, assertionResults };
}

describe('totalsOfVitest', () => {
  it('counts what was skipped as failed, by name', () => {
    const report = { testResults: [file('failed', 'passed', 'failed', 'pending', 'todo')] };
    expect(totalsOfVitest(report)).toEqual({ passed: 1, failed: 3, skipped: ['pending 2', 'todo 3'] });
  });

  it('counts a file that does not load as one failure', () => {
    expect(totalsOfVitest({ testResults: [file('failed'), file('passed', 'passed')] })).toEqual({
      passed: 1,
      failed: 1,
      skipped: []
    });
  });
});

describe('totalsOfPlaywright', () => {
  it('counts tests of inner suites, and errors outside of tests', () => {
    const specs = ['expected', 'unexpected', 'flaky', 'skipped'].map((status) => ({
      title: status,
      tests: [{ status }]
    }));
    const report = { errors: [{}], suites: [{ title: 'a.spec.ts', suites: [{ title: 'inner', specs }] }] };
    expect(totalsOfPlaywright(report)).toEqual({
      passed: 1,
      failed: 4,
      skipped: ['a.spec.ts › inner › skipped']
    });
  });
});

describe('totalsFrom', () => {
  let dir: string;
  let report: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'bodem-totals-'));
    report = join(dir, 'report.json');
  });

  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  it('counts a run that left no report as one failure', () => {
    expect(totalsFrom(report, totalsOfVitest, 0)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });

  it.each([
    ['that failed outside of its tests', ['passed'], 1, 1],
    ['without any test', [], 0, 1],
    ['in which all is well', ['passed'], 0, 0]
  ])('judges a run %s', (_, tests, exitCode, failed) => {
    writeFileSync(report, JSON.stringify({ testResults: [file('passed', ...tests)] }));
    expect(totalsFrom(report, totalsOfVitest, exitCode).failed).toBe(failed);
  });
});
