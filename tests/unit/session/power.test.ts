import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../src/lib/session/pipeline';
import { EMPTY_VIEW, powerOf, reduce } from '../../../src/lib/session/view';

const after = (...events: SessionEvent[]) => powerOf(events.reduce(reduce, EMPTY_VIEW));
const pct = (value: number): SessionEvent => ({ type: 'battery', atS: 0, pct: value, volts: null });
const volts = (value: number): SessionEvent => ({ type: 'battery', atS: 0, pct: null, volts: value });
const said: SessionEvent = { type: 'notice', atS: 1, notice: 'switching-off' };
const link = (state: 'lost' | 'restored'): SessionEvent => ({ type: 'link', atS: 2, link: state });

describe('the power of the sensor', () => {
  it.each([
    ['nothing is known of it', [], 'enough'],
    ['11 %', [pct(11)], 'enough'],
    ['10 %', [pct(10)], 'low'],
    ['2 %', [pct(2)], 'low'],
    ['0 %', [pct(0)], 'low'],
    ['3.5 V', [volts(3.5)], 'enough'],
    ['3.4 V', [volts(3.4)], 'low'],
    ['3.2 V', [volts(3.2)], 'low'],
    ['charged meanwhile', [pct(5), pct(60)], 'enough'],
    ['said to end, though 4.1 V were measured', [volts(4.1), said], 'ending'],
    ['said to end, and then lost', [volts(4.1), said, link('lost')], 'ending'],
    ['said to end, and linked again', [volts(4.1), said, link('lost'), link('restored')], 'enough']
  ] as const)('is, where it is %s: %s', (_, events, power) => {
    expect(after(...events)).toBe(power);
  });
});
