/** A part of a mail as RFC 2045 and RFC 2046 write it: its headers in lower case, and what it holds. */
export type Part = {
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
  readonly parts: readonly Part[];
};

/** Reads a mail strictly: throws for what the RFCs do not allow. */
export function readMime(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n');
  if (end < 0 || /[^\r]\n/.test(raw)) throw new Error('lines end in CRLF, and an empty one ends the headers');
  const headers = new Map<string, string>();
  for (const line of raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const [, name, value] = /^([!-9;-~]+): ?(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`no header: ${line}`);
    if (headers.has(name.toLowerCase())) throw new Error(`twice: ${name}`);
    headers.set(name.toLowerCase(), value);
  }
  const body = raw.slice(end + 4);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) return { headers, bytes: decoded(body, headers), parts: [] };
  const [, ...rest] = `\r\n${body}`.split(`\r\n--${boundary}`);
  if (!rest.at(-1)?.startsWith('--')) throw new Error('the last boundary ends the parts');
  return {
    headers,
    bytes: Buffer.alloc(0),
    parts: rest.slice(0, -1).map((part) => readMime(part.replace(/^\r\n/, ''))),
  };
}

/** All parts that hold something themselves. */
export const leavesOf = (part: Part): readonly Part[] =>
  part.parts.length > 0 ? part.parts.flatMap(leavesOf) : [part];

function decoded(body: string, headers: ReadonlyMap<string, string>): Buffer {
  if (body.split('\r\n').some((line) => line.length > 76)) throw new Error('a line is too long to be carried');
  switch (headers.get('content-transfer-encoding')) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable': {
      if (/=(?![0-9A-F]{2}|\r\n)|[^\t\r\n -~]/.test(body)) throw new Error('not quoted-printable');
      const bytes = body.replace(/=\r\n/g, '');
      return Buffer.from(
        bytes.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      );
    }
    default:
      if (/[^\t\r\n -~]/.test(body)) throw new Error('seven bits only');
      return Buffer.from(body);
  }
}
