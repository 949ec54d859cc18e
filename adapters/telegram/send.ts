import type { Api } from 'grammy';
import type { Outgoing, Sender, Sent } from '#core/chat/channel.ts';
import type { MediaStore, Uploads } from '#core/media.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import { type CallError, callError } from './call-error.ts';
import type { Log } from './log.ts';
import { edit, post } from './post.ts';
import { render } from './render.ts';
import { sentOf } from './sent-of.ts';

export type SenderNeeds = {
  readonly api: Api;
  readonly words: Words;
  readonly media: MediaStore;
  readonly uploads: Uploads;
  readonly calendar: Pick<Calendar, 'fileOf'>;
  readonly log: Log;
};

/** One bot's way out. Throws only for what is our own fault, never for what Telegram or the wire does. */
export function createTelegramSender(needs: SenderNeeds): Sender {
  const isGlobal = createLimitSense();

  const tried = async (step: 'send' | 'edit', address: string, work: () => Promise<string | undefined>) => {
    try {
      const platformId = await work();
      isGlobal(address, undefined);
      return platformId === undefined ? undefined : ({ was: 'sent', platformId } satisfies Sent);
    } catch (error) {
      const failed = callError(error);
      return sentOf(failed, step, isGlobal(address, failed));
    }
  };

  return {
    send: async (outgoing) => {
      const message = render(outgoing.message, needs.words, outgoing.language, needs.calendar);
      const { address } = outgoing;
      const id = editable(outgoing);
      const edited =
        id !== undefined &&
        (await tried('edit', address, async () => (await edit(needs, outgoing, id, message)) && String(id)));
      if (edited) return edited;
      if (outgoing.wasCut)
        return { was: 'uncertain', why: 'the message that it changes is gone, and it may have come as one of its own' };
      const sent = await tried('send', address, () => post(needs, outgoing, message));
      return sent ?? { was: 'uncertain', why: 'Telegram gave no id' };
    },
  };
}

/** An album's photos are several messages, which can't become one. */
const editable = ({ edits }: Outgoing): number | undefined =>
  edits !== undefined && /^\d+$/.test(edits) ? Number(edits) : undefined;

/**
 * Telegram does not say whether it is the chat or the bot that was too fast. Where two chats in a row are told to wait,
 * with nothing sent in between, it is the bot.
 */
function createLimitSense(): (address: string, failed: CallError | undefined) => boolean {
  let limited: string | undefined;
  return (address, failed) => {
    const isLimit = failed?.is === 'said' && failed.code === 429;
    const isGlobal = isLimit && limited !== undefined && limited !== address;
    if (isLimit) limited = address;
    else if (!failed) limited = undefined;
    return isGlobal;
  };
}
