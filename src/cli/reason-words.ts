import type { Reason } from '../lib/signal/reasons/contraction-reasons';

const WORDS: Readonly<Record<Reason, string>> = {
  noise: 'the MVC is below 100 times the noise or 100 quantisation steps',
  'slow-sampling': 'fewer than 20 samples a second',
  gap: 'a gap lies in it or beside it',
  'no-onset': 'its beginning was not seen',
  'no-plateau': 'too little of it was seen for a plateau',
  clipped: 'the signal was cut off, and the missing part could change it',
  'too-short': 'it is too short',
  'too-fast': 'faster than measurable, less than six steps',
  'not-reached': 'the signal did not fall to 10 %',
  next: 'the next contraction began before',
  cut: 'the recording ended, or had a gap, before it was over',
  'low-mean': 'the mean is below 5 %'
};

/** Why there is no figure, in place of the figure. */
export const notMeasured = (reason: Reason | undefined) =>
  reason === undefined ? 'not measured' : `not measured: ${WORDS[reason]}`;
