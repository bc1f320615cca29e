/** Where another number than 112 is the country's own. */
const OWN_NUMBERS: Readonly<Record<string, string>> = {
  GB: '999',
  US: '911',
  CA: '911',
  AU: '000',
  NZ: '111'
};

/**
 * 112 is the number in every country of the EU and in Switzerland, and a mobile phone nearly everywhere takes it for an emergency call: so
 * it stands where no region is known.
 */
const EVERYWHERE = '112';

/**
 * The number to call for urgent help.
 * @param languages as the browser prefers them, such as `nl-BE`; the first that names a region counts
 * @param timeZone such as `Europe/Brussels`. Many browsers in Europe speak American or British English, but no other number than 112 is
 * answered there outside the United Kingdom.
 */
export function emergencyNumber(languages: readonly string[], timeZone: string): string {
  if (timeZone.startsWith('Europe/') && timeZone !== 'Europe/London') return EVERYWHERE;
  const region = languages.map(regionOf).find((each) => each !== null);
  return OWN_NUMBERS[region ?? ''] ?? EVERYWHERE;
}

/** The region of a language tag, in capitals: `BE` of `nl-BE`, `TW` of `zh-Hant-TW`. */
function regionOf(tag: string): string | null {
  const [, ...parts] = tag.split('-');
  return parts.find((part) => /^[a-z]{2}$/i.test(part))?.toUpperCase() ?? null;
}
