/** What a file says of its table before the table begins. */
export interface Told {
  readonly rateHz: number | null;
  /** Of all columns, where no row of the table names them. */
  readonly names: readonly string[] | null;
  /** Whether a column of that name is what the program recorded; null: the format does not say. */
  readonly isSignal: ((name: string) => boolean) | null;
  /** Its times are those at which a computer received the samples: the rate is the better clock. */
  readonly isStampedOnArrival: boolean;
}

/** One program's files. Another one is another record in this list. */
interface Format {
  readonly known: RegExp;
  /** @param width how many columns the table has */
  readonly tell: (notes: string, width: number) => Told;
}

const RATE = /\bsampl(?:e|es|ing)[ _-]*(?:rate|frequency|freq)\b[^\d\n]{0,20}(\d+(?:[.,]\d+)?)\s*(k?)/i;

function rateHzIn(notes: string): number | null {
  const [, number = '', kilo = ''] = RATE.exec(notes) ?? [];
  const hz = Number(number.replace(',', '.')) * (kilo === '' ? 1 : 1000);
  return hz > 0 ? hz : null;
}

/** github.com/OpenBCI/OpenBCI_GUI, raw text files: older ones name the first and the last column in notes, and the others not at all. */
const OPENBCI: Format = {
  known: /^%\s*OpenBCI/,
  tell: (notes, width) => {
    const noted = (key: string) => new RegExp(`^%\\s*${key} = *(.*?) *$`, 'm').exec(notes)?.[1];
    const [first, second, last] = ['First Column', 'Second Column', 'Last Column'].map(noted);
    const start = [first, ...(second === undefined ? [] : [second])];
    const between = width - start.length - (last === undefined ? 0 : 1);
    const channels = Number(noted('Number of channels') ?? between);
    const names = Array.from({ length: Math.max(0, between) }, (_, i) =>
      i < channels ? `EXG Channel ${i}` : ''
    );
    return {
      rateHz: rateHzIn(notes),
      names: first === undefined ? null : [...start.map(String), ...names, ...(last ? [last] : [])],
      isSignal: (name) => /^EXG Channel/i.test(name),
      isStampedOnArrival: true
    };
  }
};

interface Device {
  readonly 'sampling rate'?: number;
  readonly column?: readonly string[];
  readonly label?: readonly string[];
}

/** PLUX's OpenSignals text files: the second line is JSON, with one entry for each device, and nothing else names the columns. */
const OPENSIGNALS: Format = {
  known: /^#\s*OpenSignals Text File Format/,
  tell: (notes) => {
    const json = /^#\s*(\{.*\})\s*$/m.exec(notes)?.[1] ?? '{}';
    const devices = devicesIn(json);
    const names = devices.flatMap(({ column }) => column ?? []);
    const labels = new Set(devices.flatMap(({ label }) => label ?? []));
    const isLabelled = names.some((name) => labels.has(name));
    const [rateHz = null, ...others] = new Set(devices.map((device) => device['sampling rate'] ?? null));
    return {
      rateHz: others.length === 0 ? rateHz : null,
      names: names.length > 0 ? names : null,
      isSignal: (name) => (isLabelled ? labels.has(name) : !/^(?:nSeq|DI|[IO]\d+)$/i.test(name)),
      isStampedOnArrival: false
    };
  }
};

/** Nothing where it is no JSON, or says nothing of devices. */
function devicesIn(json: string): readonly Device[] {
  try {
    const told: unknown = JSON.parse(json);
    const each = typeof told === 'object' && told !== null ? Object.values(told) : [];
    return each.filter((device): device is Device => typeof device === 'object' && device !== null);
  } catch {
    return [];
  }
}

const ANY: Format = {
  known: /^/,
  tell: (notes) => ({ rateHz: rateHzIn(notes), names: null, isSignal: null, isStampedOnArrival: false })
};

const FORMATS = [OPENBCI, OPENSIGNALS, ANY];

/**
 * @param notes all lines above the table
 * @param width how many columns the table has
 */
export function toldBy(notes: string, width: number): Told {
  return (FORMATS.find(({ known }) => known.test(notes)) ?? ANY).tell(notes, width);
}
