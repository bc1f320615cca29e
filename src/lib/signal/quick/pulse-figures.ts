import type { ContractionEnd } from '../contraction-detector';
import { isWhole } from '../crossing';
import { known } from '../known';
import { PEAK_STEPS } from '../pulse';
import { LONGEST_STEP_S } from '../rise-rate';
import { BRIDGE_STEPS } from '../sample-step';
import { impulseOf, peakOf } from './shape';

/** A contraction that lasts less than this is a pulse, s. */
const LONGEST_S = 1;
/** *Decision*: the plateau of a pulse is its largest mean over this, s. */
export const PULSE_PLATEAU_S = 0.1;

/**
 * What a pulse has besides the figures of every contraction (docs/signal.md, 19). Null where a gap hides it, and without an onset; the peak
 * and its time also below 20 Hz, where the top may lie between two samples. Of a saturated pulse, peak and impulse are lower bounds.
 */
export interface PulseFigures {
  /** Its highest sample, % of the reference above rest. */
  readonly peakPct: number | null;
  /** From the onset to the highest sample, s; null of a saturated pulse too, whose top is cut off. */
  readonly timeToPeakS: number | null;
  /** From the onset to the end, s. */
  readonly durationS: number | null;
  /** The area above the level that it is measured from, from the onset to the end, % of the reference times s. */
  readonly impulsePctS: number | null;
}

/** Where a contraction lies, in s, and what it is measured from, in %. */
export interface PulseInput {
  readonly t: Float64Array;
  readonly v: Float64Array;
  /** NaN where it was not seen. */
  readonly onsetS: number;
  readonly endS: number;
  readonly base: number;
  readonly stepS: number;
  readonly isSaturated: boolean;
}

/** Whether a contraction is a pulse: its end was seen, less than 1 s after its onset. @param fromS the onset, or the start where it is not known */
export function isPulse(fromS: number, endS: number, end: ContractionEnd): boolean {
  return end !== 'cut' && endS - fromS < LONGEST_S;
}

export function pulseFigures({ t, v, onsetS, endS, base, stepS, isSaturated }: PulseInput): PulseFigures {
  const isSeen = isWhole(t, onsetS, endS, BRIDGE_STEPS * stepS);
  const peak = peakOf(t, v, onsetS, endS);
  const isPeakSeen = isSeen && stepS <= LONGEST_STEP_S;
  return {
    peakPct: isPeakSeen ? known(peak.value) : null,
    timeToPeakS: isPeakSeen && !isSaturated ? known(peak.atS - onsetS) : null,
    durationS: known(endS - onsetS),
    impulsePctS: isSeen ? known(impulseOf(t, v, base, onsetS, endS)) : null
  };
}

/** Whether a pulse peaks within two samples of its onset, as coughs and knocks do (docs/signal.md, 16). */
export function isSudden({ timeToPeakS }: PulseFigures, stepS: number): boolean {
  return timeToPeakS !== null && timeToPeakS <= PEAK_STEPS * stepS;
}
