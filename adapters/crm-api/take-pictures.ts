import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '#adapters/hashes.ts';
import type { NewMedia } from '#core/crm/records.ts';
import { type PhotoTools, storePhoto } from '#core/crm/store-photo.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Answer, Call, Door } from './door.ts';
import { callerIn } from './door.ts';
import { invalid, Problem } from './errors.ts';

/** The field that they come in, and how they are made ready. */
type Pictures = { readonly field: string; readonly tools: PhotoTools };
type Stored = { readonly company: CompanyId; readonly files: NewMedia[]; readonly hashes: string[] };

/** Takes the pictures of a multipart request in, and does `work` with them. All are kept, or none. */
export async function takePictures(
  request: FastifyRequest,
  reply: FastifyReply,
  door: Door,
  pictures: Pictures,
  work: (call: Call, files: readonly NewMedia[]) => Promise<Answer>,
): Promise<void> {
  const stored: Stored = { company: callerIn(request).company, files: [], hashes: [] };
  let kept = false;
  try {
    await storeAll(pictures, request, stored);
    const decided = await door.decide(request, (call) => work(call, stored.files), stored.hashes.join());
    kept = !decided.replayed;
    if (!kept) await removeAll(pictures, stored);
    door.send(reply, decided);
  } catch (error) {
    if (!kept) await removeAll(pictures, stored);
    throw error;
  }
}

async function removeAll({ tools }: Pictures, { company, files }: Stored): Promise<void> {
  for (const { id } of files) await tools.media.remove(company, id);
}

/** One picture at a time, so that only one is in memory. What was stored is noted as it goes, to be removed where the rest fails. */
async function storeAll(pictures: Pictures, request: FastifyRequest, stored: Stored): Promise<void> {
  const { field } = pictures;
  let at = 0;
  for await (const part of partsOf(request)) {
    if (part.type !== 'file')
      throw invalid({ field: part.fieldname, detail: `is not a field here; send files as ${field}` });
    if (part.fieldname !== field) {
      part.file.resume();
      throw invalid({ field: part.fieldname, detail: `is not a field here; send files as ${field}` });
    }
    await storeOne(pictures, part, `${field}.${at++}`, stored);
  }
  if (at === 0) throw invalid({ field, detail: 'is required: at least one file' });
}

async function* partsOf(request: FastifyRequest) {
  try {
    yield* request.parts();
  } catch (error) {
    rethrowUnread(error);
  }
}

/** What the reader of multipart can't read it throws without a code, unlike its limits; that is the sender's fault. */
function rethrowUnread(error: unknown): never {
  if (error instanceof Error && !('code' in error))
    throw new Problem('badRequest', 'The multipart body is cut off, or not well-formed.');
  throw error;
}

async function storeOne({ tools }: Pictures, part: MultipartFile, field: string, stored: Stored): Promise<void> {
  const data = await part.toBuffer().catch(rethrowUnread);
  const put = await storePhoto(tools, stored.company, data);
  if (put.was === 'refused') {
    if (put.because === 'size') throw new Problem('tooLarge', put.why);
    throw invalid({ field, detail: put.why });
  }
  stored.hashes.push(sha256(data));
  stored.files.push(put.photo);
}
