import type { IFormat } from 'music-metadata';
import { FILE_BYTES, type Refusal, VOICE_SECONDS } from '#core/media.ts';
import { formatIn, isMp4 } from './format-in.ts';

type PreparedVoice =
  | { readonly was: 'ready'; readonly mime: string; readonly seconds: number }
  | { readonly was: 'refused'; readonly because: Refusal };

/** music-metadata's errors for what is no recording. */
const UNKNOWN = ['CouldNotDetermineFileTypeError', 'UnsupportedFileTypeError'];

/** Tells whether a recording can be kept as it is: by its content, never by its name. The bytes stay as they are. */
export async function prepareVoice(bytes: Uint8Array): Promise<PreparedVoice> {
  const refused = (because: Refusal) => ({ was: 'refused' as const, because });
  if (bytes.length > FILE_BYTES) return refused('size');
  if (bytes.length === 0) return refused('broken');
  try {
    const format = await formatIn(bytes);
    const mime = format.hasVideo ? undefined : mimeOf(format, isMp4(bytes));
    if (!mime) return refused('type');
    if (format.duration === undefined || !(format.duration > 0)) return refused('broken');
    if (format.duration > VOICE_SECONDS) return refused('long');
    return { was: 'ready', mime, seconds: Math.round(format.duration * 10) / 10 };
  } catch (error) {
    // It knows no such kind of file at all.
    return refused(error instanceof Error && UNKNOWN.includes(error.name) ? 'type' : 'broken');
  }
}

/** What browsers play, by container and codec as music-metadata names them; undefined of anything else. */
function mimeOf({ container = '', codec = '' }: IFormat, inMp4: boolean): string | undefined {
  if (inMp4) return /aac/i.test(codec) ? 'audio/mp4' : undefined;
  if (/^ogg$/i.test(container)) return /^opus/i.test(codec) ? 'audio/ogg' : undefined;
  return /^mpeg$/i.test(container) && /layer 3$/i.test(codec) ? 'audio/mpeg' : undefined;
}
