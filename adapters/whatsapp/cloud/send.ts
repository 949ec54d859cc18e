import type { Outgoing, Sender, Sent } from '#core/chat/channel.ts';
import type { Clock } from '#core/clock.ts';
import type { DeliveryId } from '#core/ids.ts';
import type { MediaStore, Uploads } from '#core/media.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import type { CloudClient } from './client.ts';
import { WINDOW_HOURS, WINDOW_MARGIN_SECONDS } from './limits.ts';
import type { CloudMessage } from './message.ts';
import { payloadOf } from './payload-of.ts';
import { createPictures } from './pictures.ts';
import { render } from './render.ts';
import { sentOf, WINDOW_CLOSED } from './sent-of.ts';
import { templateFor } from './templates.ts';

type SenderNeeds = {
  readonly client: Pick<CloudClient, 'send' | 'upload'>;
  readonly words: Words;
  readonly media: MediaStore;
  readonly uploads: Uploads;
  readonly calendar: Pick<Calendar, 'urlOf'>;
  readonly clock: Clock;
  readonly log: { warn(about: object, words: string): void };
};

/** A template that is not approved is not tried again for this long. */
const UNAPPROVED_MINUTES = 10;
/** No such translation, paused or switched off by Meta (error codes). */
const UNAPPROVED = [132001, 132015, 132016];
const NOT_APPROVED =
  'WhatsApp takes no free message a day after the client wrote, and the template that asks for an answer is not approved yet.';
/** Where Meta no longer has an uploaded file (error codes: invalid parameter, media download). */
const LOST_FILE = [100, 131009, 131052, 131053];

/** One number's way out. Throws only for what is our own fault, never for what Meta or the wire does. */
export function createCloudSender({ client, words, media, uploads, calendar, clock, log }: SenderNeeds): Sender {
  /** How many parts of a message left before a later one had to wait. */
  const begun = new Map<DeliveryId, number>();
  const unapproved = new Map<string, number>();

  const isOpen = ({ lastInbound }: Outgoing) => {
    const margin = WINDOW_MARGIN_SECONDS * 1000;
    return clock.now().getTime() < lastInbound.getTime() + WINDOW_HOURS * 60 * 60 * 1000 - margin;
  };

  /** Outside the window the person is asked once to answer; what waits goes out when they do. */
  const prompt = async (outgoing: Outgoing): Promise<Sent> => {
    const held: Sent = { was: 'held', why: WINDOW_CLOSED, prompted: false };
    const template = templateFor(outgoing.kind, outgoing.message, words, outgoing.language);
    if (outgoing.prompted || !template) return held;
    const { name, language } = template.template;
    const which = `${name}/${language.code}`;
    const notApproved: Sent = {
      ...held,
      why: { ...WINDOW_CLOSED, code: 'template_not_approved', cause: NOT_APPROVED },
    };
    if ((unapproved.get(which) ?? 0) > clock.now().getTime()) return notApproved;
    const called = await client.send({ ...recipient(outgoing.address), ...template });
    if ('done' in called) return { ...held, prompted: true };
    if (called.failed.is === 'said' && UNAPPROVED.includes(called.failed.code)) {
      unapproved.set(which, clock.now().getTime() + UNAPPROVED_MINUTES * 60 * 1000);
      log.warn({ template: which }, 'a template of WhatsApp is not approved; messages wait for their clients');
      return notApproved;
    }
    // Whether it arrived or not: the message itself did not leave, and waits.
    return called.failed.is === 'cut' ? { ...held, prompted: true } : sentOf(called.failed);
  };

  const pictures = createPictures({ client, media, uploads, clock, log });

  /** Receipts count for the last part, which carries the choices; the parts before it come before it. */
  const sendPart = async (outgoing: Outgoing, part: CloudMessage, isLast: boolean) => {
    const id = 'media' in part ? part.media : undefined;
    const own = isLast ? { biz_opaque_callback_data: outgoing.delivery } : {};
    const to = { ...recipient(outgoing.address), ...own };
    const picture = id && (await pictures.find(outgoing, id));
    const called = await client.send({ ...to, ...payloadOf(part, picture?.id) });
    const isLost = 'failed' in called && called.failed.is === 'said' && LOST_FILE.includes(called.failed.code);
    if (!isLost || !id || picture?.was !== 'known') return called;
    await pictures.forget(outgoing, id);
    return client.send({ ...to, ...payloadOf(part, (await pictures.find(outgoing, id))?.id) });
  };

  return {
    send: async (outgoing) => {
      if (!isOpen(outgoing)) return prompt(outgoing);
      const parts = render(outgoing.message, words, outgoing.language, calendar);
      let last: Sent = { was: 'uncertain', why: 'WhatsApp gave no id' };
      for (let at = begun.get(outgoing.delivery) ?? 0; at < parts.length; at += 1) {
        const part = parts[at];
        if (!part) break;
        const called = await sendPart(outgoing, part, at === parts.length - 1);
        if ('failed' in called) {
          const sent = sentOf(called.failed);
          // Where it is tried again, it goes on with this part.
          if (at > 0 && (sent.was === 'notYet' || sent.was === 'uncertain')) begun.set(outgoing.delivery, at);
          else begun.delete(outgoing.delivery);
          return sent;
        }
        last = { was: 'sent', platformId: called.done };
      }
      begun.delete(outgoing.delivery);
      return last;
    },
  };
}

/** Digits are a phone; anything else is the platform's own id of a person. */
const recipient = (address: string) => (/^\d+$/.test(address) ? { to: address } : { recipient: address });
