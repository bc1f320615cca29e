/** What is asked before and after each session. */
export const SIGNS = ['pain', 'doming', 'urine', 'heaviness'] as const;
/**
 * A complaint that is new or more than usual: pain, doming of the belly, loss of urine, a pressing or heavy feeling. Each of them stops a
 * session. A complaint that somebody has anyway and that is no more than usual is why they train, and stops nothing.
 */
export type Sign = (typeof SIGNS)[number];

/** The answers to one asking; none where nothing is there. */
export interface Check {
  readonly when: 'before' | 'after';
  readonly signs: readonly Sign[];
  /** It takes back what was answered before in this session: that does not count any more. */
  readonly corrects?: boolean | undefined;
}

/** What was answered in a session; null where it was not asked. */
export interface Signs {
  readonly before: readonly Sign[] | null;
  readonly after: readonly Sign[] | null;
  /** One of them was taken back and answered again. */
  readonly isCorrected?: boolean | undefined;
}

export const NOT_ASKED: Signs = { before: null, after: null };

/** The answers with one more: the later one to the same asking counts. */
export function answeredWith(signs: Signs, { when, signs: told, corrects = false }: Check): Signs {
  return { ...signs, [when]: told, ...(corrects && { isCorrected: true }) };
}

/** What people train because of, recorded at the start. */
export const COMPLAINTS = [
  'leaking',
  'urge',
  'stool',
  'wind',
  'pain',
  'sexual-pain',
  'heaviness',
  'prolapse'
] as const;
export type Complaint = (typeof COMPLAINTS)[number];
