import { createHash, randomBytes } from 'node:crypto';
import { badRequest } from './errors.ts';
import type { ImageSize } from './image-size.ts';

/** The names TDLib has for the kinds of files. */
export type FileKind = 'Photo' | 'Document' | 'VoiceNote' | 'Sticker' | 'Video';

export type StoredFile = {
  readonly fileId: string;
  readonly uniqueId: string;
  readonly kind: FileKind;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly mime?: string;
  readonly width?: number;
  readonly height?: number;
  /** The whole photo of which this is a smaller size. */
  readonly whole?: StoredFile;
};

/** The files one bot knows; a file_id means nothing to another bot. */
export type FileShelf = {
  keep(file: { kind: FileKind; bytes: Uint8Array } & Partial<StoredFile>): StoredFile;
  /** The sizes of a new photo, the whole one last. */
  keepPhoto(bytes: Uint8Array, size: ImageSize): readonly StoredFile[];
  sizesOf(whole: StoredFile): readonly StoredFile[];
  find(fileId: string): StoredFile | undefined;
  at(path: string): StoredFile | undefined;
  /** A file sent again by its file_id; a wrong one or one of another kind is refused. */
  reused(fileId: string, kind: FileKind): StoredFile;
};

const PLACES: Readonly<Record<FileKind, readonly [folder: string, ending: string]>> = {
  Photo: ['photos', '.jpg'],
  Document: ['documents', ''],
  VoiceNote: ['voice', '.oga'],
  Sticker: ['stickers', '.webp'],
  Video: ['videos', '.mp4'],
};

/** Pixels of the long side of the small size Telegram makes of a photo. */
const SMALL_SIDE = 90;

export function createFileShelf(): FileShelf {
  const byId = new Map<string, StoredFile>();
  const byPath = new Map<string, StoredFile>();
  const sizes = new Map<StoredFile, readonly StoredFile[]>();

  const keep: FileShelf['keep'] = (file) => {
    const [folder, ending] = PLACES[file.kind];
    const digest = createHash('sha256').update(file.bytes).update(`${file.kind}${file.width}`).digest('base64url');
    const stored: StoredFile = {
      ...file,
      fileId: `${file.kind.slice(0, 2)}${randomBytes(36).toString('base64url')}`,
      uniqueId: `AQAD${digest.slice(0, 12)}`,
      path: `${folder}/file_${byPath.size}${endingOf(file.name) ?? ending}`,
    };
    byId.set(stored.fileId, stored);
    byPath.set(stored.path, stored);
    return stored;
  };

  return {
    keep,
    keepPhoto: (bytes, { width, height }) => {
      const whole = keep({ kind: 'Photo', bytes, width, height });
      const scale = SMALL_SIDE / Math.max(width, height);
      const side = (length: number) => Math.max(1, Math.round(length * scale));
      const small = { kind: 'Photo' as const, bytes, width: side(width), height: side(height), whole };
      const made = scale < 1 ? [keep(small), whole] : [whole];
      sizes.set(whole, made);
      return made;
    },
    sizesOf: (whole) => sizes.get(whole) ?? [whole],
    find: (fileId) => byId.get(fileId),
    at: (path) => byPath.get(path),
    reused: (fileId, kind) => {
      const file = byId.get(fileId);
      if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
      if (file.kind !== kind) throw badRequest(`can't use file of type ${file.kind} as ${kind}`);
      return file.whole ?? file;
    },
  };
}

function endingOf(name: string | undefined): string | undefined {
  return name?.match(/\.[a-z0-9]{1,8}$/i)?.[0].toLowerCase();
}
