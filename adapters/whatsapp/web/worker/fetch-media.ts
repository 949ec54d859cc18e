import type { Client, Message } from 'whatsapp-web.js';
import { type Fetched, FILE_BYTES } from '#core/media.ts';
import { stanzaOf } from './ids.ts';
import { wordsOf } from './send-part.ts';

/** Messages remembered with their file; what is older is asked of the page. */
const REMEMBERED = 200;
/** A whole download through the page takes at most so long. */
const DOWNLOAD_MS = 15_000;

/** Gets the files of messages through the page, which alone can open them; one at a time, since each is whole in memory. */
export function createFetchMedia(client: Pick<Client, 'getMessageById'>, downloadMs: number = DOWNLOAD_MS) {
  const known = new Map<string, Message>();
  /** Those under way by the message: one that is asked for again is not downloaded beside itself. */
  const underWay = new Map<string, Promise<Fetched>>();
  let last: Promise<unknown> = Promise.resolve();

  const fetch = async (id: string, chat: string): Promise<Fetched> => {
    const message = known.get(id) ?? (await client.getMessageById(`false_${chat}_${id}`));
    if (!message) return { was: 'failed', why: 'the page has no such message' };
    const size: unknown = 'size' in message.rawData ? message.rawData.size : undefined;
    if (typeof size === 'number' && size > FILE_BYTES) return { was: 'tooLarge' };
    const media = await message.downloadMedia();
    if (!media?.data) return { was: 'failed', why: 'the file is gone' };
    const bytes = Buffer.from(media.data, 'base64');
    return bytes.byteLength > FILE_BYTES ? { was: 'tooLarge' } : { was: 'fetched', bytes };
  };

  const once = (id: string, chat: string): Promise<Fetched> => {
    const begun = underWay.get(id);
    if (begun) return begun;
    const fetching = fetch(id, chat).finally(() => underWay.delete(id));
    underWay.set(id, fetching);
    return fetching;
  };

  return {
    remember: (message: Message) => {
      const id = stanzaOf(message.id);
      if (!id || !message.hasMedia) return;
      known.set(id, message);
      const [oldest] = known.keys();
      if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    },
    fetch: (id: string, chat: string): Promise<Fetched> => {
      const late = new Promise<Fetched>((resolve) => {
        setTimeout(() => resolve({ was: 'failed', why: 'no answer from the page in time' }), downloadMs).unref();
      });
      const fetching = last
        .then(() => Promise.race([once(id, chat), late]))
        .catch((error: unknown): Fetched => ({ was: 'failed', why: wordsOf(error) }));
      last = fetching;
      return fetching;
    },
  };
}
