interface Stamped {
  readonly t: number[];
  readonly v: number[];
  /** Samples that were merged into the mean of their time. */
  readonly averaged: number;
  /** Samples whose time was moved, for their burst had only one. */
  readonly spread: number;
}

interface Group {
  readonly from: number;
  readonly size: number;
  readonly time: number;
}

/**
 * Times that rise: those of a burst are spread evenly over the step to the next; the first, partial burst ends where the second begins.
 * *Decision*: bursts are evident where most times belong to several rows. Else rows of one time are one sample, their mean.
 *
 * @param t in any unit, never falling
 */
export function withoutSharedTimes(t: readonly number[], v: readonly number[]): Stamped {
  const groups = groupsOf(t);
  const shared = groups.filter(({ size }) => size > 1);
  const affected = shared.reduce((sum, { size }) => sum + size, 0);
  if (groups.length > 2 && shared.length > groups.length / 2)
    return { t: spread(groups), v: [...v], averaged: 0, spread: affected };
  return {
    t: groups.map(({ time }) => time),
    v: groups.map(({ from, size }) => v.slice(from, from + size).reduce((sum, each) => sum + each / size, 0)),
    averaged: affected,
    spread: 0
  };
}

function groupsOf(t: readonly number[]): Group[] {
  const groups: Group[] = [];
  let from = 0;
  for (let i = 1; i <= t.length; i++) {
    if (i < t.length && t[i] === t[from]) continue;
    groups.push({ from, size: i - from, time: t[from] ?? NaN });
    from = i;
  }
  return groups;
}

function spread(groups: readonly Group[]): number[] {
  const steps = groups
    .slice(1, -1)
    .map(({ time, size }, i) => ((groups[i + 2]?.time ?? NaN) - time) / size)
    .sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length / 2)] ?? 0;
  return groups.flatMap(({ time, size }, i) => {
    const next = groups[i + 1]?.time ?? Infinity;
    // A step much longer than the burst fills is a gap after it, and stays one.
    const isAtAnEnd = i === 0 || i === groups.length - 1;
    const step = Math.min((next - time) / size, usual * (isAtAnEnd ? 1 : 1.5));
    const start = i === 0 && size > 1 ? Math.max(time, next - size * usual) : time;
    return Array.from({ length: size }, (_, j) => start + j * step);
  });
}
