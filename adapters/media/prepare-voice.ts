import { parseBuffer } from 'music-metadata';
import { FILE_BYTES, type Refusal, VOICE_SECONDS } from '#core/media.ts';

type PreparedVoice =
  | { readonly was: 'ready'; readonly mime: string; readonly seconds: number }
  | { readonly was: 'refused'; readonly because: Refusal };

/** What browsers play, by container and codec as music-metadata names them. */
const KINDS: readonly (readonly [container: RegExp, codec: RegExp, mime: string])[] = [
  [/^ogg$/i, /^opus/i, 'audio/ogg'],
  [/^mpeg$/i, /layer 3$/i, 'audio/mpeg'],
  [/^(M4A|isom|mp42|iso\d)/i, /aac/i, 'audio/mp4'],
];

/** music-metadata's errors for what is no recording. */
const UNKNOWN = ['CouldNotDetermineFileTypeError', 'UnsupportedFileTypeError'];

/** Tells whether a recording can be kept as it is: by its content, never by its name. The bytes stay as they are. */
export async function prepareVoice(bytes: Uint8Array): Promise<PreparedVoice> {
  const refused = (because: Refusal) => ({ was: 'refused' as const, because });
  if (bytes.length > FILE_BYTES) return refused('size');
  if (bytes.length === 0) return refused('broken');
  try {
    const { format } = await parseBuffer(bytes, undefined, { duration: true, skipCovers: true });
    const [container, codec] = [format.container ?? '', format.codec ?? ''];
    const kind = KINDS.find(([isContainer, isCodec]) => isContainer.test(container) && isCodec.test(codec));
    if (!kind || format.hasVideo) return refused('type');
    if (format.duration === undefined || !(format.duration > 0)) return refused('broken');
    if (format.duration > VOICE_SECONDS) return refused('long');
    return { was: 'ready', mime: kind[2], seconds: Math.round(format.duration * 10) / 10 };
  } catch (error) {
    // It knows no such kind of file at all.
    return refused(error instanceof Error && UNKNOWN.includes(error.name) ? 'type' : 'broken');
  }
}
