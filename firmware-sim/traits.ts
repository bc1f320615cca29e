/** What makes one virtual person different from another. Percentages are of that person's own maximum; 0 turns a trait off. */
export interface Traits {
  /** From a wish to the first force, s. */
  readonly reactionS: number;
  /** Time constant of rising and of falling force, s. */
  readonly riseTauS: number;
  readonly fallTauS: number;
  /** 1: force leaves at full speed. 2: two equal stages of half the time constant, a softer start. */
  readonly order: 1 | 2;
  /** SD of the tremor at full force; at other forces in proportion. */
  readonly tremorPct: number;
  /** Amplitude of what breathing adds, and how often one breathes, Hz. */
  readonly breathingPct: number;
  readonly breathingHz: number;
  /** Time constant with which full effort wears the reachable force down to its floor, and rest restores it, s. */
  readonly fatigueTauS: number;
  readonly fatigueFloorPct: number;
  readonly recoveryTauS: number;
  /** The cushion's straight drift, and the size of its slow wandering about that line. */
  readonly driftPctPerMin: number;
  readonly wanderPct: number;
  /** Height of a cough, and how many come by themselves. */
  readonly coughPct: number;
  readonly coughsPerHour: number;
}

const ideal: Traits = {
  reactionS: 0,
  riseTauS: 0,
  fallTauS: 0,
  order: 1,
  tremorPct: 0,
  breathingPct: 0,
  breathingHz: 0.25,
  fatigueTauS: 0,
  fatigueFloorPct: 40,
  recoveryTauS: 60,
  driftPctPerMin: 0,
  wanderPct: 0,
  coughPct: 60,
  coughsPerHour: 0
};

const calm: Traits = {
  ...ideal,
  reactionS: 0.2,
  riseTauS: 0.12,
  fallTauS: 0.2,
  order: 2,
  tremorPct: 1.2,
  breathingPct: 0.6,
  fatigueTauS: 120,
  driftPctPerMin: 0.1,
  wanderPct: 0.4
};

/** Invented people: plausible, none measured. */
export const TRAITS = {
  /** Does exactly what is asked. */
  ideal,
  /** Practised and rested. */
  calm,
  /** Cannot hold on for long. */
  tired: { ...calm, tremorPct: 2.5, fatigueTauS: 25, fatigueFloorPct: 25, recoveryTauS: 120 },
  /** Moves on the seat, coughs now and then. */
  restless: { ...calm, breathingPct: 2, wanderPct: 3, driftPctPerMin: 1, coughsPerHour: 40 },
  /** Late, slow to tense and slower to let go. */
  slow: { ...calm, reactionS: 0.45, riseTauS: 0.6, fallTauS: 1.2 }
} as const satisfies Record<string, Traits>;
