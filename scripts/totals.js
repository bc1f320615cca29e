import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Totals skipped ones also count as failed */

/**
 * @typedef {object} VitestReport
 * @property {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} testResults
 */

/**
 * @typedef {object} PlaywrightSuite
 * @property {string} title
 * @property {PlaywrightSuite[]} [suites]
 * @property {{ title: string, tests: { status: string }[] }[]} [specs]
 */

/**
 * @typedef {object} PlaywrightReport
 * @property {PlaywrightSuite[]} suites
 * @property {unknown[]} errors
 */

/**
 * @param {VitestReport} report
 * @returns {Totals}
 */
export function totalsOfVitest(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  // A file that fails to load holds no tests, or none that failed.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')
  );
  const skipped = tests.filter((test) => !['passed', 'failed'].includes(test.status));
  const passed = tests.filter((test) => test.status === 'passed').length;
  return {
    passed,
    failed: tests.length - passed + broken.length,
    skipped: skipped.map((test) => test.fullName)
  };
}

/**
 * @param {PlaywrightReport} report
 * @returns {Totals}
 */
export function totalsOfPlaywright(report) {
  const tests = report.suites.flatMap((suite) => testsOf(suite, []));
  const passed = tests.filter((test) => test.status === 'expected').length;
  return {
    passed,
    failed: tests.length - passed + report.errors.length,
    skipped: tests.filter((test) => test.status === 'skipped').map((test) => test.name)
  };
}

/**
 * Reads the totals of a run from the report it should have written.
 *
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Totals} count
 * @param {number | null} exitCode of the run
 * @returns {Totals}
 */
export function totalsFrom(file, count, exitCode) {
  /** @type {Totals} */
  let totals;
  try {
    /** @type {unknown} */
    const report = JSON.parse(readFileSync(file, 'utf8'));
    totals = count(/** @type {Report} */ (report));
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
  // Something went wrong outside of any test, or there was no test at all.
  const isHollow = exitCode !== 0 || totals.passed === 0;
  return isHollow && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

/**
 * @param {PlaywrightSuite} suite
 * @param {string[]} above the titles of the suites around it
 * @returns {{ name: string, status: string }[]}
 */
function testsOf(suite, above) {
  const titles = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ name: [...titles, spec.title].join(' › '), status: test.status }))
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles))];
}
