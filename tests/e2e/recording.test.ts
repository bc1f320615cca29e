import type { SessionEvent } from '../../src/lib/session/pipeline';
import { replayEntries } from '../../src/lib/session/replay';
import type { ContractionFigures } from '../../src/lib/signal/contraction';
import { recording } from '../recordings/recording';
import { storedEntries } from './rig/journal';
import { expect, test, USUAL } from './rig/rig';
import { connect } from './rig/steps';

const csv = recording('ankle-trapezoid-200hz.csv');

/** Counts for the recording's height: a step is 1/60 000 of it, so rounding is far below the tolerance. */
const REST = 2000;
const SPAN = 60_000;
/** The first 2.5 s are at rest. */
const REST_ROWS = 500;

if (csv === null) {
  test('the recorded contraction is absent, and nothing is claimed of it', () => {
    expect(recording('ankle-trapezoid-200hz.csv')).toBeNull();
  });
} else {
  const expected = fromFile(csv);
  test.use({
    rig: {
      ...USUAL,
      sensors: [
        {
          kind: 'open-profile',
          rateHz: 200,
          restCounts: REST,
          spanCounts: SPAN,
          rangeCounts: { min: 0, max: 65_534 },
          recording: {
            csv,
            restCsv: csv
              .split('\n')
              .slice(0, 1 + REST_ROWS)
              .join('\n')
          }
        }
      ]
    }
  });

  test('a recorded human contraction gives its own MVC and hold, worked out apart, within 1 %', async ({
    app,
    sensor
  }) => {
    await connect(app);
    await app.getByRole('button', { name: 'Measure my resting level' }).click();
    await app.getByRole('button', { name: 'I am ready' }).click();
    await sensor.play();
    await app.getByRole('button', { name: 'Yes, go on' }).click({ timeout: 30_000 });
    // The first may have been under way when 100 % became known: one counts that was seen from its beginning.
    await expect
      .poll(async () => wholeHold(replayEntries(await storedEntries(app)).events), { timeout: 20_000 })
      .not.toBeNull();
    await expect(app.getByText(/Last squeeze: held \d+ % for/)).toBeVisible();
    await app.getByRole('button', { name: 'Finish' }).click();
    await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();

    const { events } = replayEntries(await storedEntries(app));
    const reference = events.find((event) => event.type === 'referenced')?.reference;
    const hold = wholeHold(events);
    const countsPerUnit = SPAN / expected.height;
    expect(reference?.polarity).toBe(1);
    expect(Math.abs((reference?.span ?? NaN) / countsPerUnit / expected.mvc - 1)).toBeLessThan(0.01);
    expect(Math.abs((hold?.meanPct ?? NaN) / expected.holdMeanPct - 1)).toBeLessThan(0.01);
  });
}

/** The hold of the first contraction that was seen from its beginning; null before there is one. */
function wholeHold(events: readonly SessionEvent[]): ContractionFigures['hold'] {
  for (const event of events)
    if (event.type === 'contraction' && event.onsetS !== null && event.hold) return event.hold;
  return null;
}

/**
 * The same figures by plain arithmetic on the rows, which are 5 ms apart: baseline = median of the rows at rest, MVC = the largest mean
 * of 100 neighbouring rows above it, hold = rows from 0.25 s after the first to 0.25 s before the last one at 90 % of that.
 */
function fromFile(text: string): { mvc: number; holdMeanPct: number; height: number } {
  const values = text
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => Number(row.split(',')[1]));
  const baseline = values.slice(0, REST_ROWS).sort((a, b) => a - b)[REST_ROWS / 2] ?? NaN;
  const force = values.map((value) => value - baseline);
  const mean = (rows: number[]) => rows.reduce((sum, value) => sum + value, 0) / rows.length;
  let mvc = -Infinity;
  for (let i = 0; i + 100 <= force.length; i++) mvc = Math.max(mvc, mean(force.slice(i, i + 100)));
  const first = force.findIndex((value) => value >= 0.9 * mvc);
  const last = force.findLastIndex((value) => value >= 0.9 * mvc);
  return {
    mvc,
    holdMeanPct: (100 * mean(force.slice(first + 50, last - 49))) / mvc,
    height: Math.max(...values) - Math.min(...values)
  };
}
