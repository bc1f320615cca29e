export type TimeUnit = 's' | 'ms' | 'us' | 'ns' | 'min' | 'h';

export const SECONDS: Readonly<Record<TimeUnit, number>> = {
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  ns: 1e-9,
  min: 60,
  h: 3600
};

/** What a column is, going by its name; null: the name says nothing known. */
export type Role = 'time' | 'index' | 'value' | 'event' | 'date';

const words = (text: string) => new Set(text.split(' '));
const TIME = words(
  'time times t ts timestamp timestamps timecode elapsed duration clock tick ticks datetime zeit zeitpunkt zeitstempel uhrzeit tijd tijdstip tijdstempel temps horodatage heure tiempo tempo tid aika czas'
);
const INDEX = words(
  'index idx sample samples samplenumber sampleindex sampleno number nr no num id row rows seq nseq sequence count counter frame packet record n i zeile nummer rij messung meting stichprobe echantillon unnamed'
);
/** These make a counter of a name that also says time. */
const COUNTING = words('index idx number nr no num seq nseq count counter nummer');
const VALUE = words(
  'force kraft kracht fuerza forza value values wert messwert waarde valeur valor weight gewicht load last pressure druck druk pression presion raw rohwert ruw emg exg eeg ecg signal signaal squeeze amplitude torque strain adc v f y'
);
const EVENT = words(
  'event events ereignis gebeurtenis marker markers mark trigger note notes notiz notitie comment comments kommentar opmerking label labels annotation remark tag status battery batterie batterij temperature temperatur temperatuur digital di'
);
const DATE = words('date datum fecha data jour dag tag_datum');
const UNITS: readonly (readonly [TimeUnit, ReadonlySet<string>])[] = [
  [
    's',
    words('s sec secs second seconds sek sekunde sekunden seconde seconden secondes segundo segundos secondi')
  ],
  [
    'ms',
    words(
      'ms msec msecs milli millis millisecond milliseconds millisekunde millisekunden milliseconde milliseconden millisecondes milisegundos'
    )
  ],
  [
    'us',
    words(
      'us μs usec usecs micro micros microsecond microseconds mikrosekunde mikrosekunden microseconde microseconden microsecondes microsegundos'
    )
  ],
  [
    'ns',
    words(
      'ns nsec nano nanos nanosecond nanoseconds nanosekunde nanosekunden nanoseconde nanoseconden nanosecondes'
    )
  ],
  ['min', words('min mins minute minutes minuten minuut minutos minuti')],
  ['h', words('h hr hrs hour hours std stunde stunden uur uren heures horas')]
];
const BRACKETS = /[[({<]([^\])}>]*)[\])}>]/;
/** Lower case, without accents, the parts of a name one by one: "Time Left(ms)" → time, left, ms; timeMs → time, ms. */
function partsOf(name: string): string[] {
  return name
    .replace(/Â(?=µ)/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((part) => part !== '');
}

export function roleOf(name: string): Role | null {
  const parts = partsOf(name);
  const named = partsOf(name.replace(BRACKETS, ' '));
  const has = (known: ReadonlySet<string>) => named.some((part) => known.has(part));
  if (named.length === 0 && parts.length === 0) return null;
  if (has(COUNTING) || parts[0] === '#') return 'index';
  if (has(EVENT)) return 'event';
  if (has(TIME) || (named.length === 1 && unitAmong(named) !== null)) return 'time';
  if (named.every((part) => INDEX.has(part) || /^\d+$/.test(part)) && has(INDEX)) return 'index';
  if (has(DATE)) return 'date';
  // A letter is a name only when it stands alone: "10 V" is none.
  const isValue = (part: string) =>
    VALUE.has(part.replace(/\d+$/, '')) && (named.length === 1 || part.length > 1);
  return named.some(isValue) ? 'value' : null;
}

/** Whether the cell is nothing but a unit of time: s, (ms), [min]. */
export function isUnitOfTime(cell: string): boolean {
  const parts = partsOf(cell);
  return parts.length === 1 && unitAmong(parts) !== null;
}

/** The unit of time in a name or in a unit row's cell: what stands in brackets, else its last word. */
export function timeUnitOf(name: string): TimeUnit | null {
  const inBrackets = BRACKETS.exec(name)?.[1];
  const bracketed = inBrackets === undefined ? null : unitAmong(partsOf(inBrackets).slice(0, 1));
  if (bracketed !== null) return partsOf(inBrackets ?? '').some((part) => part === 'mm') ? null : bracketed;
  return unitAmong(partsOf(name.replace(BRACKETS, ' ')).slice(-1));
}

function unitAmong(parts: readonly string[]): TimeUnit | null {
  return UNITS.find(([, known]) => parts.some((part) => known.has(part)))?.[0] ?? null;
}
