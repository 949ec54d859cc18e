import type { Outgoing, Sender, Sent } from '#core/chat/channel.ts';
import type { DeliveryId } from '#core/ids.ts';
import type { MediaStore } from '#core/media.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import { PICTURE_BYTES, TYPING_MS } from './limits.ts';
import type { LinkedPhone } from './linked-phone.ts';
import { render, type WebPart } from './render.ts';
import type { Part, WebSent } from './wire.ts';

type Needs = {
  readonly phone: Pick<LinkedPhone, 'send'>;
  readonly words: Words;
  readonly media: MediaStore;
  readonly calendar: Pick<Calendar, 'fileOf' | 'nameOf'>;
  /** From 0 up to 1; a person's hand is never even. */
  readonly chance: () => number;
  /** False in tests, whose people wait for nothing. */
  readonly types: boolean;
  readonly log: { warn(about: object, words: string): void };
};

/** The linked phone is looked for again after so long; a message waits for it, and so do those behind it. */
const AWAY_SECONDS = 5;

/** One linked phone's way out. */
export function createWebSender({ phone, words, media, calendar, chance, types, log }: Needs): Sender {
  /** How many parts of a message left before a later one had to wait. */
  const begun = new Map<DeliveryId, number>();

  const withPicture = async ({ company }: Outgoing, part: WebPart): Promise<Part> => {
    if (part.is !== 'image') return part;
    const bytes = await media.get(company, part.media, 'card');
    if (bytes && bytes.data.byteLength <= PICTURE_BYTES)
      return { is: 'image', data: bytes.data, mime: bytes.mime, caption: part.caption };
    log.warn({ media: part.media }, 'a picture is left out');
    return { is: 'text', text: part.caption || '…' };
  };
  const typingMs = (part: WebPart) => {
    if (!types) return 0;
    const length = part.is === 'text' ? part.text.length : 'caption' in part ? part.caption.length : 0;
    const even = TYPING_MS.fewest + length * TYPING_MS.perCharacter * (0.5 + chance());
    return Math.round(Math.min(even, TYPING_MS.most));
  };

  return {
    send: async (outgoing) => {
      const parts = render(outgoing.message, words, outgoing.language, calendar);
      let last: Sent = { was: 'uncertain', why: 'WhatsApp gave no id' };
      for (let at = begun.get(outgoing.delivery) ?? 0; at < parts.length; at += 1) {
        const part = parts[at];
        if (!part) break;
        last = sentOf(await phone.send(outgoing.address, await withPicture(outgoing, part), typingMs(part)));
        if (last.was === 'sent') continue;
        // Where it is tried again, it goes on with this part.
        if (at > 0 && last.was !== 'refused') begun.set(outgoing.delivery, at);
        else begun.delete(outgoing.delivery);
        return last;
      }
      begun.delete(outgoing.delivery);
      return last;
    },
  };
}

/** What became of a message (P5). */
function sentOf(sent: WebSent): Sent {
  switch (sent.was) {
    case 'sent':
      return { was: 'sent', platformId: sent.id };
    case 'unsent':
      return { was: 'notYet', pauses: 'account', afterSeconds: AWAY_SECONDS, why: `WhatsApp Web: ${sent.words}` };
    case 'unclear':
      return { was: 'uncertain', why: `WhatsApp Web: ${sent.words}` };
    case 'unknown':
      return {
        was: 'refused',
        code: 'whatsapp_unknown',
        cause: 'WhatsApp knows nobody by the number or id of this client any more.',
        nextStep: 'Check the contact’s WhatsApp number, and write or call another way.',
        unreachable: true,
      };
  }
}
