/** What is asked before and after each session: pain, doming of the belly, loss of urine, a pressing or heavy feeling. */
export const SIGNS = ['pain', 'doming', 'urine', 'heaviness'] as const;
/**
 * Pain and loss of urine that are new or worse than usual; doming and heaviness whenever they are there. Each of them stops a session.
 */
export type Sign = (typeof SIGNS)[number];

/** The answers to one asking; none where nothing is there. */
export interface Check {
  readonly when: 'before' | 'after';
  readonly signs: readonly Sign[];
}

/** What was answered in a session; null where it was not asked. */
export interface Signs {
  readonly before: readonly Sign[] | null;
  readonly after: readonly Sign[] | null;
}

export const NOT_ASKED: Signs = { before: null, after: null };

/** What people train because of, recorded at the start. */
export const COMPLAINTS = ['leaking', 'pain', 'heaviness'] as const;
export type Complaint = (typeof COMPLAINTS)[number];
