import { SampleRun } from '../sample-run';
import { BRIDGE_STEPS } from '../sample-step';

/** All samples: height in % of the reference, and 1 where the sensor was at an end of its range. */
export interface RecordedSignal {
  readonly t: Float64Array;
  readonly pct: Float64Array;
  readonly atRail: Uint8Array;
  readonly stepS: number;
  /** σ of rest, null where that is no more than one quantisation step, %. */
  readonly noise: number | null;
}

/** All samples, one after the other, each as a run of its own. */
export function eachSample({ t, pct, atRail, stepS }: RecordedSignal, push: (run: SampleRun) => void): void {
  const run = new SampleRun();
  run.stepS = stepS;
  run.count = 1;
  for (let i = 0; i < t.length; i++) {
    const s = t[i] ?? NaN;
    run.gap = s - (t[i - 1] ?? NaN) > BRIDGE_STEPS * stepS;
    run.t[0] = s;
    run.v[0] = pct[i] ?? NaN;
    run.atRail[0] = atRail[i] ?? 0;
    push(run);
  }
}
