/** *Decision*: the longest name of a person, a therapist or a sensor, in characters as they are read. */
export const LONGEST_NAME = 80;
/** The longest note. */
export const LONGEST_NOTE = 500;

/** A character as it is read may be made of any number of code units, so they are limited as well: four each on the average. */
const UNITS_EACH = 4;

/**
 * What acts on other text and shows nothing itself: control characters, what turns the direction of writing (Unicode TR 9), separators of
 * lines, and spaces without width. Joiners stay: names in Persian and emoji are made with them.
 */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;

interface Bounds {
  /** Characters as they are read. */
  readonly most?: number;
  readonly keepsLines?: boolean;
}

/** A text as it may be shown: nothing in it moves or hides what stands beside it, and it is at most so long. */
export function plainText(text: string, { most = LONGEST_NAME, keepsLines = false }: Bounds = {}): string {
  // What comes behind is cut anyway, and segmenting it would take long.
  const near = text.slice(0, 4 * UNITS_EACH * most);
  const seen = near.replace(UNSEEN, (unseen) => (keepsLines && unseen === '\n' ? unseen : ' '));
  const cleaned = keepsLines ? seen : seen.replace(/\s+/g, ' ');
  let end = 0;
  let characters = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(cleaned)) {
    const next = index + segment.length;
    if (characters === most || next > UNITS_EACH * most) break;
    characters += 1;
    end = next;
  }
  return cleaned.slice(0, end).trim();
}
