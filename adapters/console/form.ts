import type { FastifyInstance } from 'fastify';

/** What a form sent: its fields by name, without what no database takes (U+0000, halves of surrogate pairs). */
export type Form = {
  /** A field's text as it was typed; empty where it is not there. */
  text(name: string): string;
  /** All values of a field that may come several times. */
  texts(name: string): readonly string[];
  has(name: string): boolean;
  /** All of it but what the page itself adds, always the same for the same form. */
  readonly same: string;
};

/** More than any form without files takes: a message has 4,000 characters, of up to 9 bytes each once encoded. */
const FORM_BYTES = 128 * 1024;
/** What every form of a page carries besides its own fields, which may not be called so. */
export const CARRIED = { csrf: 'csrf', once: 'once', at: 'at', part: 'part' } as const;
const CARRIED_NAMES: readonly string[] = Object.values(CARRIED);

const clean = (text: string) => text.replaceAll('\0', '').toWellFormed();

export function formOf(body: unknown): Form {
  const fields = body instanceof URLSearchParams ? body : new URLSearchParams();
  const own = [...fields].filter(([name]) => !CARRIED_NAMES.includes(name));
  return {
    text: (name) => clean(fields.get(name) ?? ''),
    texts: (name) => fields.getAll(name).map(clean),
    has: (name) => fields.has(name),
    same: JSON.stringify(own),
  };
}

/** Forms as browsers send them; nothing else is taken on the console's addresses. */
export function takeForms(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
}
