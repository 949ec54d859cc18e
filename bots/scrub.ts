/** What must be in no log line, by its shape: bot tokens, keys, passwords in addresses, e-mails, long numbers, quoted words. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\d{3,}:[A-Za-z0-9_-]{6,}/g, '[token]'],
  [/(\w+:\/\/)[^\s/@]+@/g, '$1[secret]@'],
  [/\b(Bearer)\s+[^\s"',;]{6,}/gi, '$1 [secret]'],
  // Whatever a header of HTTP names: its scheme may be anybody's.
  [/\b(authorization["']?\s*[:=]\s*["']?[\w-]+)\s+[^\s"',;]{4,}/gi, '$1 [secret]'],
  // These two are words too, and what has neither a digit nor a capital within it is the next: “the bot answered”.
  [/\b(Basic|Bot)\s+(?=[^\s"',;]*\d)[^\s"',;]{6,}/gi, '$1 [secret]'],
  [/\b([Bb]asic|Bot)\s+(?=[^\s"',;]*(?:[A-Za-z][A-Z]|[=+]))[^\s"',;]{6,}/g, '$1 [secret]'],
  [/\b([\w-]*(?:token|secret|passwords?|keys?)["']?\s*[:=]\s*)["']?[^\s"',;}]{6,}/gi, '$1[secret]'],
  // A JWT begins with the base64 of `{"` (RFC 7519).
  [/\beyJ[\w-]+(?:\.[\w-]*)+/g, '[secret]'],
  // Base64: a path has no capital and digit within so long a run without a dot.
  [/(?<![\w/.+])(?=[a-z\d+/]*[A-Z])(?=[A-Za-z+/]*\d)[A-Za-z\d+/]{40,}={0,2}/g, '[secret]'],
  [/[^\s@<>"'(]+@[^\s@<>"')]+\.[^\s@<>"').]+/g, '[e-mail]'],
  [/\b[A-Za-z0-9_-]{32,}\b/g, '[secret]'],
  [/\+?\d[\d ()-]{7,}\d/g, '[number]'],
  [/"[^"]*"|“[^”]*”|`[^`]*`/g, '"…"'],
];

export const scrub = (line: string): string =>
  SHAPES.reduce((scrubbed, [shape, instead]) => scrubbed.replace(shape, instead), line);
