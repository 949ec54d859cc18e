import { createHash, randomInt } from 'node:crypto';
import { type Fields, wordsAt } from './fields.ts';
import { GraphError } from './graph-error.ts';
import { MEDIA_BYTES, MEDIA_URL_MS } from './limits.ts';

type Kind = keyof typeof MEDIA_BYTES;
/** Finds the file that a message names; throws where there is none of that kind. */
export type FileOf = (media: Fields, kind: Kind) => string;

type StoredFile = { readonly data: Buffer; readonly mime: string; readonly kind: Kind; readonly sha256: string };

/** Media of one number: uploaded once, named by their id; fetched by an address that lasts five minutes. */
export type Files = {
  keep(data: Buffer, mime: string): string;
  find(id: string): StoredFile | undefined;
  remove(id: string): boolean;
  readonly of: FileOf;
  /** A fresh address part for the file. */
  ticket(id: string): string;
  /** The file of an address that still lasts. */
  redeem(ticket: string): StoredFile | undefined;
};

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^image\/(jpeg|png)$/, 'image'],
  [/^audio\/(aac|amr|mpeg|mp4|ogg)/, 'audio'],
  [/^video\/(mp4|3gpp)$/, 'video'],
  [/^(text\/plain|application\/)/, 'document'],
];

export function createFiles(now: () => number): Files {
  const files = new Map<string, StoredFile>();
  const tickets = new Map<string, { readonly id: string; readonly until: number }>();

  return {
    keep: (data, mime) => {
      const kind = KINDS.find(([pattern]) => pattern.test(mime))?.[1];
      if (!kind) throw new GraphError(400, 100, `Param file must be a file of a supported type, not ${mime}`);
      if (data.length > MEDIA_BYTES[kind])
        throw new GraphError(400, 131053, `The file is larger than ${MEDIA_BYTES[kind]}`);
      if (kind === 'image' && !isPicture(data)) throw new GraphError(400, 131053, 'The file is no JPEG or PNG');
      const id = String(randomInt(2 ** 47)).padStart(15, '1');
      files.set(id, { data, mime, kind, sha256: createHash('sha256').update(data).digest('hex') });
      return id;
    },
    find: (id) => files.get(id),
    remove: (id) => files.delete(id),
    of: (media, kind) => {
      const id = wordsAt(media, 'id', 100);
      const file = files.get(id);
      if (!file) throw new GraphError(400, 100, `Media with id ${id} does not exist`);
      if (file.kind !== kind) throw new GraphError(400, 131009, `The file is no ${kind}`);
      return id;
    },
    ticket: (id) => {
      const ticket = createHash('sha256').update(`${id}${tickets.size}`).digest('hex');
      tickets.set(ticket, { id, until: now() + MEDIA_URL_MS });
      return ticket;
    },
    redeem: (ticket) => {
      const found = tickets.get(ticket);
      return found && found.until > now() ? files.get(found.id) : undefined;
    },
  };
}

/** By the first bytes of JPEG and PNG files. */
const isPicture = (data: Buffer): boolean =>
  data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ||
  data.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
