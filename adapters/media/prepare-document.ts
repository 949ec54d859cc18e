import type { Refusal } from '#core/media.ts';
import { formatIn, isMp4 } from './format-in.ts';

type PreparedDocument =
  | { readonly was: 'ready'; readonly mime: string }
  | { readonly was: 'refused'; readonly because: Refusal };

/** A reader looks for a PDF's first line within so many bytes (ISO 32000-1, Annex H, 3.4.1 note 13). */
const PDF_HEAD_BYTES = 1024;

/** Tells whether a file is a film or a PDF, which go with a message to the agent as they are: by its content. */
export async function prepareDocument(bytes: Uint8Array): Promise<PreparedDocument> {
  if (Buffer.from(bytes.subarray(0, PDF_HEAD_BYTES)).includes('%PDF-')) return ready('application/pdf');
  try {
    const { hasVideo, container = '' } = await formatIn(bytes);
    if (hasVideo && isMp4(bytes)) return ready(/^qt/.test(container) ? 'video/quicktime' : 'video/mp4');
    if (hasVideo && /webm/.test(container)) return ready('video/webm');
  } catch {
    // Nothing that can be read.
  }
  return { was: 'refused', because: 'type' };
}

const ready = (mime: string) => ({ was: 'ready' as const, mime });
