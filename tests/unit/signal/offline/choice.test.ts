import { describe, expect, it } from 'vitest';
import { analysed } from '../analysed';
import { DirectionUnclear } from '../../../../src/lib/signal/offline/direction';
import { sampled, straight } from '../samples';

const AUTO = { rest: 'find', polarity: 'find' } as const;
const twice = (height: number, swing = 0) =>
  straight(
    [5, 0],
    [5.5, height],
    [7, height],
    [7.5, swing],
    [8.5, swing],
    [9, 0],
    [11, 0],
    [11.5, height],
    [13, height],
    [13.5, 0]
  );
const of = (f: (s: number) => number, options = {}) =>
  analysed(sampled(f, 100, 0, 17), { ...AUTO, ...options });

describe('the direction of a contraction', () => {
  it.each([1, -1] as const)('is the one in which the signal leaves rest: %s', (sign) => {
    // It swings to the other side by 15 % after a squeeze.
    const { choice, contractions } = of((s) => 500 + sign * twice(200, -30)(s));
    expect(choice.polarity).toBe(sign);
    expect(choice.rest).toMatchObject({ fromS: 0, toS: 3 });
    expect(choice.reach?.[sign > 0 ? 'up' : 'down']).toBeCloseTo(200, 6);
    expect(choice.reach?.[sign > 0 ? 'down' : 'up']).toBeCloseTo(30, 6);
    expect(contractions).toHaveLength(2);
  });

  it('is found beside a given baseline, and beside a given rest', () => {
    const down = (s: number) => 500 - twice(200)(s);
    expect(of(down, { rest: { baseline: 500 } }).choice).toMatchObject({ polarity: -1, found: null });
    expect(of(down, { rest: { fromS: 14, toS: 17 } }).choice).toMatchObject({ polarity: -1, found: null });
  });

  it('is found with the rest, where only one level is calm for three seconds', () => {
    // Restless at first; of the squeezes neither is three seconds long.
    const late = (s: number) => (s < 3.5 ? 60 * Math.sin(2 * Math.PI * s) : -twice(200)(s));
    const { choice } = analysed(sampled(late, 100, 0, 20), AUTO);
    expect(choice).toMatchObject({ polarity: -1, found: { firstRefused: 'restless', isMakeshift: false } });
  });

  it.each([
    ['leaves it both ways', (s: number) => twice(200, -100)(s), 'up by 200 and down by 100'],
    [
      'hardly leaves it',
      (s: number) => (Math.round(s * 100) % 2 === 0 ? 1 : -1) + twice(10)(s) / 1,
      '20 times its noise'
    ],
    [
      'is calm at a low and a high level, and restless at first',
      (s: number) =>
        s < 3 ? 60 * Math.sin(2 * Math.PI * s) : straight([3, 0], [7, 0], [8, 200], [12, 200], [13, 0])(s),
      'at a low and at a high level'
    ]
  ])('is refused where the signal %s', (_, f, sentence) => {
    expect(() => of(f)).toThrow(DirectionUnclear);
    expect(() => of(f)).toThrow(sentence);
  });
});
