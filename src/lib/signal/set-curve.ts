import type { SetUp } from './command';
import { requiredRampS } from './tangent';
import { segmentsOf, TargetCurve } from './target';

/**
 * The target of each round of a set. With a tangent its rise is as fast as that asks for (docs/signal.md, 10).
 *
 * @param rmaxPctPerS the person's fastest rise; null where none is known: then the pattern's own rise stands
 */
export function curveOf({ pattern, forcePct, tangentPct }: SetUp, rmaxPctPerS: number | null): TargetCurve {
  const rampMs =
    tangentPct && rmaxPctPerS !== null
      ? 1000 * requiredRampS(forcePct, tangentPct, rmaxPctPerS, pattern.riseMs / 1000)
      : pattern.riseMs;
  return new TargetCurve(segmentsOf(pattern, forcePct, rampMs));
}
