import type { Readable } from 'node:stream';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { type Form, formOf } from './form.ts';

/** A file as it comes; whoever takes it reads it to its end before the next. */
export type SentFile = {
  /** As the sender's machine calls it: to be shown, never to be trusted. */
  readonly name: string;
  readonly stream: Readable;
  /** Whether it was larger than may be, known once it is read: what was read is cut. */
  isCut(): boolean;
};

/** A form with files: its fields, and the files after them. */
export type Upload = { readonly form: Form; readonly files: AsyncIterable<SentFile> };

/** Besides the files: what every form carries, and a few of its own. */
const MOST_FIELDS = 30;

/**
 * Reads a form up to its first file; fields that come after it are not seen, so that they stand before it on our pages. A
 * file that was not chosen comes without a name and is passed over.
 */
export async function uploadIn(
  request: FastifyRequest,
  { each, files }: { readonly each: number; readonly files: number },
): Promise<Upload> {
  const fields = new URLSearchParams();
  if (!request.isMultipart()) return { form: formOf(undefined), files: nothing() };
  const limits = { fileSize: each, files, fields: MOST_FIELDS, parts: files + MOST_FIELDS };
  const parts = readable(request.parts({ limits }));
  let first: SentFile | undefined;
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value;
    if (part.type === 'file') {
      first = { name: part.filename, stream: part.file, isCut: () => part.file.truncated };
      break;
    }
    fields.append(part.fieldname, String(part.value));
  }
  return { form: formOf(fields), files: first ? named(rest(first, parts)) : nothing() };
}

/** What the reader of multipart can't read it throws without a code, unlike its limits; that is the sender's fault. */
async function* readable(parts: AsyncIterable<Multipart>): AsyncGenerator<Multipart> {
  try {
    for await (const part of parts) {
      if (part.type === 'file') part.file.prependListener('error', blameSender);
      yield part;
    }
  } catch (error) {
    blameSender(error);
    throw error;
  }
}

function blameSender(error: unknown): void {
  if (error instanceof Error && !('code' in error)) Object.assign(error, { statusCode: 400 });
}

async function* nothing(): AsyncGenerator<SentFile> {}

async function* rest(first: SentFile, parts: AsyncGenerator<Multipart>): AsyncGenerator<SentFile> {
  yield first;
  for await (const part of parts)
    if (part.type === 'file') yield { name: part.filename, stream: part.file, isCut: () => part.file.truncated };
}

async function* named(files: AsyncIterable<SentFile>): AsyncGenerator<SentFile> {
  for await (const file of files) {
    if (file.name) yield file;
    else file.stream.resume();
  }
}
