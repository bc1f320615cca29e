import type { Analysis, AnalysedContraction } from '../lib/signal/analysis';
import { ENGINE_VERSION } from '../lib/signal/engine';
import type { RiseRate } from '../lib/signal/rise';

/** What a program reads: baseline and MVC in the recording's unit, all else in s and %MVC. */
export function toJson({ rateHz, gaps, baseline, mvc, contractions, target }: Analysis): unknown {
  return {
    engineVersion: ENGINE_VERSION,
    sampling: { rateHz, gaps },
    baseline,
    mvc,
    contractions: contractions.map((each) => ({
      onsetS: each.onsetS,
      offsetS: each.end === 'cut' ? null : each.endS,
      end: each.end,
      plateauPct: each.plateauPct,
      riseRate: each.riseRate,
      rise1090S: each.riseTimeS,
      releaseOnsetS: each.releaseOnsetS,
      hold: each.hold && {
        startS: each.hold.startS,
        endS: each.hold.endS,
        meanPct: each.hold.meanPct,
        cvPct: each.hold.cvPct,
        cvDetrendedPct: each.hold.cvDetrendedPct
      },
      relaxation: each.relaxation
    })),
    ...(target && { target })
  };
}

const REFUSALS = {
  restless: 'the rest is restless: its noise is above 3 % of the MVC',
  drifting: 'the rest drifts: choose a calmer stretch with --rest',
  gap: 'the rest has a gap'
} as const;

const REASONS = {
  noise: 'not measured: the MVC is below 100 times the noise or 100 quantisation steps',
  'slow-sampling': 'not measured: fewer than 20 samples a second',
  gap: 'not measured: a gap lies in it',
  'no-onset': 'not measured: its beginning was not seen',
  'no-plateau': 'not measured: shorter than half a second'
} as const;

/** What a person reads. */
export function toText(file: string, analysis: Analysis): string {
  const { rateHz, gaps, baseline, mvc, contractions, target } = analysis;
  const lines = [
    `${file} (engine version ${ENGINE_VERSION})`,
    '',
    line('Sampling', `${show(rateHz)} Hz, ${count(gaps.length, 'gap')}`),
    ...gaps.map(({ startS, endS }) => line('', `nothing known ${show(startS)}–${show(endS)} s`)),
    line('Baseline', `${show(baseline.mean)}, noise (SD) ${show(baseline.sd)}`),
    ...(baseline.refused ? [line('', `note: ${REFUSALS[baseline.refused]}`)] : []),
    line(
      'MVC',
      `${show(mvc.value)} above it, ${mvc.given ? 'as given' : "the recording's own largest half second"}`
    ),
    ...(mvc.weak ? [line('', 'note: too weak, below 20 times the noise: nothing is told in % of it')] : []),
    '',
    count(contractions.length, 'contraction'),
    ...contractions.flatMap((each, i) => ['', ...contractionLines(i + 1, each)])
  ];
  if (target) {
    lines.push(
      '',
      'Target',
      line('RMSE', percent(target.rmsePct)),
      line('Signed error', percent(target.signedErrorPct)),
      line('In the band', percent(target.inBandPct, ' % of the time'))
    );
  }
  return `${lines.join('\n')}\n`;
}

function contractionLines(number: number, each: AnalysedContraction): string[] {
  const { hold, relaxation } = each;
  const ends = {
    relaxed: seconds(each.endS),
    'not-relaxed': `${seconds(each.endS)}, not relaxed: flat above its end level`,
    cut: `not seen: cut off at ${seconds(each.endS)}`
  };
  return [
    `Contraction ${number}`,
    line('Onset', each.onsetS === null ? 'not measured' : seconds(each.onsetS)),
    line('End', ends[each.end]),
    line('Plateau', percent(each.plateauPct)),
    line('Rise rate', riseRate(each.riseRate)),
    line('RFD 0–100 ms', percent(each.rfd100PctPerS, ' %MVC/s')),
    line('RFD 0–200 ms', percent(each.rfd200PctPerS, ' %MVC/s')),
    line(
      'Rise 10–90 %',
      each.riseTimeS === null ? 'not measured, or faster than measurable' : seconds(each.riseTimeS)
    ),
    line('Release begins', each.releaseOnsetS === null ? 'not seen' : seconds(each.releaseOnsetS)),
    line(
      'Hold',
      hold
        ? `${seconds(hold.startS)} to ${seconds(hold.endS)}: mean ${percent(hold.meanPct)}, CV ${percent(hold.cvPct, ' %')}, detrended ${percent(hold.cvDetrendedPct, ' %')}, slope ${percent(hold.slopePctPerS, ' %MVC/s')}`
        : 'none of 1 s'
    ),
    line(
      'Relaxation',
      relaxation
        ? `90 to 10 % in ${relaxation.t90To10S === null ? '– (not reached, or not seen)' : seconds(relaxation.t90To10S)}, steepest fall ${percent(relaxation.peakFallPctPerS, ' %MVC/s')}, 0.5–1.5 s after the end ${percent(relaxation.residualPct)}`
        : 'not seen'
    )
  ];
}

const line = (name: string, value: string) => `  ${name.padEnd(16)}${value}`;
const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
const show = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(5))) : '–');
const seconds = (value: number) => `${value.toFixed(3)} s`;
const percent = (value: number | null, unit = ' %MVC') =>
  value === null ? '–' : `${value.toFixed(1)}${unit}`;

function riseRate(rate: RiseRate): string {
  if ('notMeasured' in rate) return REASONS[rate.notMeasured];
  return `${rate.valuePctPerS.toFixed(1)} %MVC/s over ${rate.windowMs.toFixed(0)} ms`;
}
