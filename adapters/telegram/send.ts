import type { Api } from 'grammy';
import type { Outgoing, Sender, Sent } from '#core/chat/channel.ts';
import type { MediaStore, Uploads } from '#core/media.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import { type CallError, callError } from './call-error.ts';
import type { Log } from './log.ts';
import { edit, post, takeButtons } from './post.ts';
import { render } from './render.ts';
import { sentOf } from './sent-of.ts';

export type SenderNeeds = {
  readonly api: Api;
  readonly words: Words;
  readonly media: MediaStore;
  readonly uploads: Uploads;
  readonly calendar: Calendar;
  readonly log: Log;
};

/** One bot's way out. Throws only for what is our own fault, never for what Telegram or the wire does. */
export function createTelegramSender(needs: SenderNeeds): Sender {
  const isGlobal = createLimitSense();

  const tried = async <Done>(
    step: 'send' | 'edit',
    address: string,
    work: () => Promise<Done>,
  ): Promise<Done | Sent> => {
    try {
      const done = await work();
      isGlobal(address, undefined);
      return done;
    } catch (error) {
      const failed = callError(error);
      return sentOf(failed, step, isGlobal(address, failed));
    }
  };

  /** The new message is there; buttons that stay would answer with what is so now. */
  const bare = (outgoing: Outgoing, id: number) =>
    takeButtons(needs, outgoing, id).catch((error: unknown) =>
      needs.log.info({ failed: callError(error).is }, 'an old message keeps its buttons'),
    );

  return {
    send: async (outgoing) => {
      const message = render(outgoing.message, needs.words, outgoing.language, needs.calendar);
      const { address } = outgoing;
      const id = editable(outgoing);
      const edited = id === undefined ? 'gone' : await tried('edit', address, () => edit(needs, outgoing, id, message));
      if (edited === 'edited') return { was: 'sent', platformId: String(id) };
      if (typeof edited === 'object') return edited;
      // It has nothing to change any more, so nothing is left to say.
      if (outgoing.message.onlyEdits) return { was: 'sent', platformId: outgoing.edits ?? '' };
      if (outgoing.wasCut)
        return { was: 'uncertain', why: 'the message that it changes is gone, and it may have come as one of its own' };
      const posted = await tried('send', address, () => post(needs, outgoing, message));
      if (typeof posted === 'object') return posted;
      // What could not become the new one is answered by it, and offers nothing any more.
      if (edited === 'otherKind' && id !== undefined) await bare(outgoing, id);
      return { was: 'sent', platformId: posted };
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
