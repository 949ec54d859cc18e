import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** A file that pages load; its address holds a hash of its bytes, so that it may be kept for ever. */
type StaticFile = { readonly path: string; readonly type: string; readonly bytes: Buffer };

const YEAR = 'public, max-age=31536000, immutable';

const own = (name: string) => readFileSync(new URL(name, import.meta.url));
const packed = (name: string) => readFileSync(new URL(import.meta.resolve(name)));

/**
 * One script, since htmx may start before a second file has come, and then opens no stream and says nothing. In this
 * order: htmx, its extension, ours.
 */
const script = () =>
  Buffer.concat(
    [
      packed('htmx.org/dist/htmx.min.js'),
      packed('htmx.org/dist/ext/hx-sse.min.js'),
      own('console.js'),
      own('draws.js'),
      own('focus.js'),
      own('upload.js'),
      own('copy.js'),
      own('keys.js'),
      own('messages/talk.js'),
    ].flatMap((file) => [file, Buffer.from('\n;\n')]),
  );

function fileOf(name: string, extension: string, type: string, bytes: Buffer): StaticFile {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  return { path: `/files/${name}-${hash}.${extension}`, type, bytes };
}

/** Read once, at the start. */
export const STYLE = fileOf('console', 'css', 'text/css; charset=utf-8', own('console.css'));
export const SCRIPT = fileOf('console', 'js', 'text/javascript; charset=utf-8', script());
const ICON = fileOf('icon', 'svg', 'image/svg+xml', own('icon.svg'));
const MANIFEST = {
  name: 'Tesoro Chat',
  short_name: 'Tesoro',
  start_url: '/crm/today',
  scope: '/crm',
  display: 'standalone',
  background_color: '#f5f7f6',
  theme_color: '#0c6a59',
  icons: [{ src: `/crm${ICON.path}`, sizes: 'any', type: 'image/svg+xml' }],
};

/** The addresses below which pages find them. */
export const ICON_PATH = `/crm${ICON.path}`;

export function mountStaticFiles(server: FastifyInstance): void {
  for (const { path, type, bytes } of [STYLE, SCRIPT, ICON])
    server.get(path, (_request, reply) => reply.type(type).header('cache-control', YEAR).send(bytes));
  server.get('/manifest.webmanifest', (_request, reply) =>
    reply
      .type('application/manifest+json')
      .header('cache-control', 'public, max-age=86400')
      .send(JSON.stringify(MANIFEST)),
  );
}
