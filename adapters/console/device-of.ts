/** Browsers and systems by a sign of theirs in the User-Agent; the first that is there. Each names itself after older ones. */
const BROWSERS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
];

/** What a browser says that it is, as people know it: `Safari on iPhone`. Guesswork, for a list of one's own devices alone. */
export function deviceOf(userAgent: string | undefined): string {
  const find = (all: typeof BROWSERS) => all.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  return [find(BROWSERS) ?? 'A browser', find(SYSTEMS)].filter((each) => each !== undefined).join(' on ');
}
