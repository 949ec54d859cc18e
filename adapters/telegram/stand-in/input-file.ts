import type { Call, Upload } from './call.ts';
import { ApiError, badRequest } from './errors.ts';
import type { FileKind, StoredFile } from './files.ts';
import { type ImageSize, imageSize } from './image-size.ts';
import { PHOTO_BYTES, PHOTO_RATIO, PHOTO_SIDES, UPLOAD_BYTES } from './limits.ts';

/** The photo a call brings as an upload, by URL or by file_id, in its sizes. */
export async function photoOf(call: Call, field: string, value: string): Promise<readonly StoredFile[]> {
  const { files } = call.bot;
  const upload = await uploadOf(call, field, value, 'photo');
  if (!upload) return files.sizesOf(files.reused(value, 'Photo'));
  return files.keepPhoto(upload.bytes, checkedPhoto(upload.bytes));
}

/** The document or voice a call brings as an upload, by URL or by file_id. */
export async function fileOf(call: Call, field: string, value: string, kind: FileKind): Promise<StoredFile> {
  const what = kind === 'VoiceNote' ? 'voice' : 'document';
  const upload = await uploadOf(call, field, value, what);
  return upload ? call.bot.files.keep({ kind, ...upload }) : call.bot.files.reused(value, kind);
}

/** The bytes a call brings; undefined where it names a file_id. */
async function uploadOf(call: Call, field: string, value: string, what: string): Promise<Upload | undefined> {
  const attached = value === '' ? field : value.match(/^attach:\/\/(.*)$/)?.[1];
  if (attached !== undefined) {
    const upload = call.uploads.get(attached);
    if (!upload) throw badRequest(`there is no ${what} in the request`);
    return sized(upload);
  }
  if (!/^https?:\/\//i.test(value)) return undefined;
  const bytes = await call.world.download(value);
  if (!bytes) throw badRequest('failed to get HTTP URL content');
  return sized({ name: value.split(/[?#]/)[0]?.split('/').at(-1) ?? 'file', mime: 'application/octet-stream', bytes });
}

function sized(upload: Upload): Upload {
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  if (upload.bytes.length > UPLOAD_BYTES) throw new ApiError(413, 'Request Entity Too Large');
  return upload;
}

function checkedPhoto(bytes: Uint8Array): ImageSize {
  if (bytes.length > PHOTO_BYTES) {
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${PHOTO_BYTES} bytes`,
    );
  }
  const size = imageSize(bytes);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > PHOTO_SIDES || ratio > PHOTO_RATIO) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return size;
}
