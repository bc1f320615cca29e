import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median } from '../../src/lib/signal/median';
import { simulateCourses, type SimulatedCourse, type SimulatedSession } from '../unit/plan/course-simulation';
import { KINDS, type Kind } from '../unit/plan/simulated-person';

const FILE = fileURLToPath(new URL('../../docs/pictures/courses.svg', import.meta.url));

/** What is drawn of each session, with the height of its axis. */
interface Row {
  readonly name: string;
  readonly most: number;
  readonly of: (session: SimulatedSession) => number | null;
}
const ROWS: readonly Row[] = [
  { name: 'force, %', most: 70, of: ({ forcePct }) => forcePct },
  { name: 'hold, s', most: 9, of: ({ holdMs }) => (holdMs === null ? null : holdMs / 1000) },
  { name: 'rounds planned', most: 10, of: ({ plannedRounds, set }) => (set ? plannedRounds : null) },
  { name: 'rounds done', most: 10, of: ({ doneRounds, set }) => (set ? doneRounds : null) }
];

const LAST_DAY = 112;
const [WIDTH, HEIGHT, GAP] = [190, 110, 26];
const [LEFT, TOP] = [64, 44];

const x = (day: number) => (day / LAST_DAY) * WIDTH;
const y = (value: number, { most }: Row) => HEIGHT - (value / most) * HEIGHT;

function pathOf(points: readonly (readonly [day: number, value: number])[], row: Row): string {
  return points
    .map(([day, value], i) => `${i ? 'L' : 'M'}${x(day).toFixed(0)} ${y(value, row).toFixed(0)}`)
    .join('');
}

/** The last session of each day; of a stretch that stays the same only its ends. */
function pointsOf({ sessions }: SimulatedCourse, row: Row): (readonly [number, number])[] {
  const byDay = new Map<number, number>();
  for (const session of sessions) {
    const value = row.of(session);
    if (value !== null) byDay.set(session.day, value);
  }
  const points = [...byDay];
  return points.filter(([, value], i) => value !== points[i - 1]?.[1] || value !== points[i + 1]?.[1]);
}

/** The median over all courses of each week. */
function mediansOf(courses: readonly SimulatedCourse[], row: Row): (readonly [number, number])[] {
  const points = courses.flatMap(({ sessions }) =>
    sessions.flatMap((session) => {
      const value = row.of(session);
      return value === null ? [] : [[session.day, value] as const];
    })
  );
  return Array.from({ length: LAST_DAY / 7 }, (_, week) => {
    const values = points.filter(([day]) => Math.floor(day / 7) === week).map(([, value]) => value);
    return [7 * week + 3.5, median(values)] as const;
  }).flatMap(([day, value]) => (value === null ? [] : [[day, value] as const]));
}

function panel(
  kind: Kind,
  row: Row,
  courses: readonly SimulatedCourse[],
  column: number,
  line: number
): string {
  const own = courses.filter((course) => course.kind === kind);
  const weeks = [2, 6, 12].map(
    (week) => `<path d="M${x(7 * week).toFixed(1)} 0V${HEIGHT}" stroke="#bbb" stroke-dasharray="2 3"/>`
  );
  const lines = own.map(
    (course) => `<path d="${pathOf(pointsOf(course, row), row)}" stroke="#0d6b6e" stroke-opacity=".13"/>`
  );
  return `<g transform="translate(${LEFT + column * (WIDTH + GAP)} ${TOP + line * (HEIGHT + GAP)})" fill="none">
<rect width="${WIDTH}" height="${HEIGHT}" stroke="#ccc"/>${weeks.join('')}${lines.join('')}
<path d="${pathOf(mediansOf(own, row), row)}" stroke="#a3541a" stroke-width="2.5"/></g>`;
}

const courses = simulateCourses();
const width = LEFT + KINDS.length * (WIDTH + GAP);
const height = TOP + ROWS.length * (HEIGHT + GAP) + 14;
const text = (at: readonly [number, number], words: string, anchor = 'middle') =>
  `<text x="${at[0]}" y="${at[1]}" text-anchor="${anchor}">${words}</text>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" fill="#222">
<rect width="${width}" height="${height}" fill="#fff"/>
${KINDS.map((kind, i) => text([LEFT + i * (WIDTH + GAP) + WIDTH / 2, TOP - 14], kind)).join('\n')}
${ROWS.map((row, i) => {
  const top = TOP + i * (HEIGHT + GAP);
  return (
    text([LEFT, top - 5], row.name, 'start') +
    text([LEFT - 8, top + 10], String(row.most), 'end') +
    text([LEFT - 8, top + HEIGHT], '0', 'end')
  );
}).join('\n')}
${KINDS.map((_, i) =>
  [2, 6, 12].map((week) => text([LEFT + i * (WIDTH + GAP) + x(7 * week), height - 24], `${week}`)).join('')
).join('\n')}
${text([width / 2, height - 6], 'weeks after the birth; thin: each of 40 courses, thick: their median by week')}
${KINDS.flatMap((kind, column) => ROWS.map((row, line) => panel(kind, row, courses, column, line))).join('\n')}
</svg>
`;
writeFileSync(FILE, svg);
console.log(`Drew ${courses.length} courses.`);
