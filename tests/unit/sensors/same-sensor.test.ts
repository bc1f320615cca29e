import { describe, expect, it } from 'vitest';
import { samenessOf } from '../../../src/lib/sensors/same-sensor';

const boost = { driver: 'kgoal-boost', name: 'Boost', id: 'a' };
/** Of a browser that gives new ids each time it starts, or of an earlier version. */
const withoutId = { driver: 'kgoal-boost', name: 'Boost' };
/** What a device that has no name is called: as on its box. */
const unnamed = { driver: 'kgoal-boost', name: 'kGoal Boost' };

describe('two sensors', () => {
  it.each([
    ['with the same id', boost, boost, 'same'],
    ['with the same id, one of which lost its name', boost, { ...unnamed, id: 'a' }, 'same'],
    ['with the same name and other ids', boost, { ...boost, id: 'b' }, 'other'],
    ['with the same name, one without an id', boost, withoutId, 'unsure'],
    ['with the same name, both without an id', withoutId, withoutId, 'unsure'],
    ['with other names, without an id', withoutId, { ...withoutId, name: 'Boost 2' }, 'other'],
    ['without an id, one of which lost its name', withoutId, unnamed, 'unsure'],
    ['of two kinds', boost, { ...boost, driver: 'progressor' }, 'other']
  ] as const)('%s', (_, one, two, sameness) => {
    expect(samenessOf(one, two)).toBe(sameness);
    expect(samenessOf(two, one)).toBe(sameness);
  });
});
