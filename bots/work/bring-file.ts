import { createHash } from 'node:crypto';
import type { Log } from '#bots/log.ts';
import type { SentFile, Turn } from '#core/chat/turn.ts';
import type { ChannelAccountId, MediaId } from '#core/ids.ts';
import {
  type Bytes,
  DOWNLOAD_MS,
  type Fetched,
  type FetchFile,
  FILE_BYTES,
  type MediaStore,
  type Refusal,
  SIZES,
  type Size,
} from '#core/media.ts';
import type { FileDoor } from '#db/file-door.ts';

type PreparedPhoto =
  | {
      readonly was: 'ready';
      readonly photo: {
        readonly sizes: Readonly<Record<Size, Bytes>>;
        readonly width: number;
        readonly height: number;
      };
    }
  | { readonly was: 'refused'; readonly because: Refusal };
type PreparedVoice =
  | { readonly was: 'ready'; readonly mime: string; readonly seconds: number }
  | { readonly was: 'refused'; readonly because: Refusal };

type PreparedDocument =
  | { readonly was: 'ready'; readonly mime: string }
  | { readonly was: 'refused'; readonly because: Refusal };

type Needs = {
  readonly fetchers: () => ReadonlyMap<ChannelAccountId, FetchFile>;
  readonly door: FileDoor;
  readonly media: MediaStore;
  readonly preparePhoto: (bytes: Uint8Array) => Promise<PreparedPhoto>;
  readonly prepareVoice: (bytes: Uint8Array) => Promise<PreparedVoice>;
  readonly prepareDocument: (bytes: Uint8Array) => Promise<PreparedDocument>;
  readonly log: Log;
};

/** Gets the file of a turn into our store before the turn takes effect, so that "saved" is never said of one that is not. */
export type BringFile = {
  /** The turn with its file stored or refused. */
  bring(turn: Turn): Promise<Turn>;
  /** Removes a file that the turn left no record of. */
  tidy(turn: Turn): Promise<void>;
};

/** The waits before a file is asked for again, in milliseconds; then the client is told that it did not arrive. */
const WAITS_MS = [300, 1_000];

/** Whether the turn brings a file that is still at its platform. */
export const hasFile = ({ did }: Turn): boolean => did.is === 'sent' && did.file?.is === 'there';

export function createBringFile({
  fetchers,
  door,
  media,
  preparePhoto,
  prepareVoice,
  prepareDocument,
  log,
}: Needs): BringFile {
  const get = async (turn: Turn, ref: string): Promise<Fetched> => {
    const fetchFile = fetchers().get(turn.account);
    if (!fetchFile) return { was: 'failed', why: 'the account is not at work' };
    const begun = performance.now();
    let fetched = await fetchFile(ref, turn.address);
    for (const wait of WAITS_MS) {
      // One that took long is not asked for again: it would take as long.
      if (fetched.was !== 'failed' || performance.now() - begun > DOWNLOAD_MS / 2) break;
      log.warn({ event: turn.event, why: fetched.why }, 'a file could not be fetched yet');
      await new Promise((resolve) => setTimeout(resolve, wait));
      fetched = await fetchFile(ref, turn.address);
    }
    return fetched;
  };

  const store = async (turn: Turn, bytes: Uint8Array): Promise<SentFile> => {
    const id = mediaIdOf(turn);
    const photo = await preparePhoto(bytes);
    if (photo.was === 'ready') {
      const { sizes, width, height } = photo.photo;
      for (const size of SIZES) await media.put(turn.company, id, size, sizes[size]);
      const { data, mime } = sizes.original;
      return { is: 'stored', file: { id, mime, width, height, size: data.length, sha256: hashOf(data) } };
    }
    const voice = photo.because === 'type' || photo.because === 'broken' ? await prepareVoice(bytes) : photo;
    const document =
      voice.was === 'refused' && photo.because === 'type' && voice.because !== 'long'
        ? await prepareDocument(bytes)
        : voice;
    const kept = voice.was === 'ready' ? voice : document;
    if (kept.was === 'refused') {
      const because = voice.was === 'refused' && voice.because !== 'type' ? voice.because : photo.because;
      return { is: 'refused', because };
    }
    await media.put(turn.company, id, 'original', { data: bytes, mime: kept.mime });
    const seconds = voice.was === 'ready' ? { seconds: voice.seconds } : {};
    return { is: 'stored', file: { id, mime: kept.mime, ...seconds, size: bytes.length, sha256: hashOf(bytes) } };
  };

  const settle = async (turn: Turn, file: SentFile & { is: 'there' }): Promise<SentFile> => {
    // Nobody else's file is worth a download; the turn says why it is not kept.
    if (!(await door.isOpen(turn.account, turn.address))) return file;
    if (file.bytes !== undefined && file.bytes > FILE_BYTES) return { is: 'refused', because: 'size' };
    const fetched = await get(turn, file.ref);
    if (fetched.was === 'tooLarge') return { is: 'refused', because: 'size' };
    if (fetched.was === 'elsewhere') return { is: 'refused', because: 'elsewhere' };
    if (fetched.was === 'failed') return { is: 'refused', because: 'unfetched' };
    return store(turn, fetched.bytes);
  };
  /** With the name of its album, however it went. */
  const settled = async (turn: Turn, file: SentFile & { is: 'there' }): Promise<SentFile> => {
    const now = await settle(turn, file);
    return file.album === undefined ? now : { ...now, album: file.album };
  };

  return {
    bring: async (turn) => {
      const { did } = turn;
      if (did.is !== 'sent' || did.file?.is !== 'there') return turn;
      return { ...turn, did: { ...did, file: await settled(turn, did.file) } };
    },
    tidy: async ({ did, company }) => {
      if (did.is !== 'sent' || did.file?.is !== 'stored') return;
      const { id } = did.file.file;
      if (!(await door.isKept(id))) await media.remove(company, id);
    },
  };
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The same for the same event, so that a turn that is taken again stores nothing twice. */
function mediaIdOf({ account, event }: Turn): MediaId {
  const hex = createHash('sha256').update(`${account}/${event}`).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-a$4-$5') as MediaId;
}
