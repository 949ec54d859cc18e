/** What must be in no log line, by its shape: bot tokens, keys, passwords in addresses, e-mails, long numbers, quoted words. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\d{3,}:[A-Za-z0-9_-]{6,}/g, '[token]'],
  [/(\w+:\/\/)[^\s/@]+@/g, '$1[secret]@'],
  [/[^\s@<>"'(]+@[^\s@<>"')]+\.[^\s@<>"').]+/g, '[e-mail]'],
  [/\b[A-Za-z0-9_-]{32,}\b/g, '[secret]'],
  [/\+?\d[\d ()-]{7,}\d/g, '[number]'],
  [/"[^"]*"|“[^”]*”|`[^`]*`/g, '"…"'],
];

export const scrub = (line: string): string =>
  SHAPES.reduce((scrubbed, [shape, instead]) => scrubbed.replace(shape, instead), line);
