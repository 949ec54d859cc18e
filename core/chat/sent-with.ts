import { saysStop } from '#core/typed/says-stop.ts';
import { saidIn } from './said-in.ts';
import type { Did } from './turn.ts';

/**
 * What somebody did who sent something with words below it. Where these are an order to stop or an invite, that is what
 * they meant, and it takes effect without waiting for the file.
 */
export function sentWith(sent: Extract<Did, { is: 'sent' }>, words: string, isInvite: (word: string) => boolean): Did {
  if (saysStop(words)) return { is: 'ordered', command: 'stop' };
  const said = saidIn(words, isInvite);
  if (said?.is === 'came' && said.code !== undefined) return said;
  return words ? { ...sent, caption: words } : sent;
}
