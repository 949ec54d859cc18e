import type { Refusal } from '#core/media.ts';
import { type Phrase, phrase } from './text.ts';
import type { SentFile } from './turn.ts';

/** Why a file was not kept, and what would help. */
export const whyRefused = (sent: Exclude<SentFile, { is: 'stored' }>): Phrase =>
  REFUSED[sent.is === 'refused' ? sent.because : 'unfetched'];

const REFUSED: Readonly<Record<Refusal, Phrase>> = {
  size: phrase('refused.size'),
  pixels: phrase('refused.pixels'),
  type: phrase('refused.type'),
  broken: phrase('refused.broken'),
  long: phrase('refused.long'),
  unfetched: phrase('refused.unfetched'),
  elsewhere: phrase('refused.elsewhere'),
};
