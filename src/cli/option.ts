import { SECONDS, type TimeUnit } from '../lib/files/words';
import { numberOf, UsageError } from './usage-error';

/** One option of the command line. Another one is another record in `options.ts`. */
export interface Option<Value> {
  /** What stands for its value in the help; null: it has none. */
  readonly argument: string | null;
  readonly help: string;
  /**
   * @param option its name, for the sentence of an error
   * @throws UsageError
   */
  readonly read: (text: string, option: string) => Value;
}

/** What an option is written as. */
export const written = (name: string) => `--${name}`;

export const flag = (help: string): Option<boolean> => ({ argument: null, help, read: () => true });

export const text = (argument: string, help: string): Option<string> => ({
  argument,
  help,
  read: (value) => value
});

export const number = (argument: string, help: string): Option<number> => ({
  argument,
  help,
  read: (value, option) => numberOf(option, value)
});

/** One of a few words. */
export const oneOf = <const Word extends string>(words: readonly Word[], help: string): Option<Word> => ({
  argument: words.join('|'),
  help,
  read: (value, option) => {
    const word = words.find((each) => each === value);
    if (word === undefined) throw new UsageError(`${option} is ${listed(words)}, not "${value}".`);
    return word;
  }
});

/** Two numbers, the smaller one first: A:B. */
export const interval = (of: string, example: string, help: string): Option<readonly [number, number]> => ({
  argument: 'A:B',
  help,
  read: (value, option) => {
    const [from = NaN, to = NaN, ...others] = value
      .split(':')
      .map((part) => (part.trim() === '' ? NaN : Number(part)));
    if (others.length > 0 || !(Number.isFinite(from) && Number.isFinite(to) && to > from))
      throw new UsageError(`${option} is ${of}, such as ${example}; not "${value}".`);
    return [from, to];
  }
});

export const TIME_UNITS = Object.keys(SECONDS) as TimeUnit[];

const listed = (words: readonly string[]) => `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
