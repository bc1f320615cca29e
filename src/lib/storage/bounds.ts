import * as z from 'zod/mini';
import { LATEST_DATE_MS } from '../signal/sample-clock';
import { plainText } from './plain-text';

/** Longer than any session, s. */
const LONGEST_S = 1e7;
/** More than any sensor sends, in its numbers. */
const LARGEST_RAW = 2 ** 32;

/** ms since 1970. */
export const moment = z.number().check(z.gte(0), z.lte(LATEST_DATE_MS));
/** A time within a session, s. */
export const seconds = z.number().check(z.gte(-LONGEST_S), z.lte(LONGEST_S));
/** In sensor numbers. */
export const raw = z.number().check(z.gte(-LARGEST_RAW), z.lte(LARGEST_RAW));
/** 100 % in sensor numbers: a gram on the sensor with the finest numbers at least, so that nothing measured in it gets out of bounds. */
export const span = z.number().check(z.gte(1e-3), z.lte(LARGEST_RAW));
/** The speed of a rise that can be asked for, % of the reference per s. */
export const riseRate = z.number().check(z.gte(1e-3), z.lte(1e6));
/** How many of something there are. */
export const count = z.int().check(z.gte(0), z.lte(1e6));
/** Any figure that the engine works out. */
export const amount = z.number().check(z.gte(-1e9), z.lte(1e9));
/** %; the mean of several that are 100 may come out more by a rounding error. */
export const share = z.number().check(z.gte(0), z.lte(100 + 1e-6));

/** Words as they may be shown: without what only moves or hides other words, and at most so long. What is longer is cut. */
export const words = (most: number, keepsLines = false) =>
  z.string().check(z.overwrite((text) => plainText(text, { most, keepsLines })));
