import type { Outgoing } from '#core/chat/channel.ts';
import type { Message } from '#core/chat/message.ts';
import type { ChannelAccountId, CompanyId, DeliveryId, MediaId } from '#core/ids.ts';
import type { Bytes, MediaStore, Uploads } from '#core/media.ts';
import { connectTelegram } from './connect-telegram.ts';
import { plainWords } from './plain-words.ts';
import { createTelegramSender } from './send.ts';
import { createTelegramStandIn, type TelegramStandInOptions } from './stand-in/server.ts';

export const TOKEN = '7312098841:AAF4-secret_secret_secret_secret_12';
export const company = '0192f1c4-0000-7000-8000-000000000001' as CompanyId;
export const account = '0192f1c4-0000-7000-8000-000000000002' as ChannelAccountId;
const OTHER_TOKEN = '7312098842:AAF4-another_another_another_anot';

/** A picture of one pixel (PNG), other for each number. */
const aPicture = (number: number): Bytes => ({
  data: Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from(`${number}`),
  ]),
  mime: 'image/png',
});

export const photoOf = (number: number) => `0192f1c4-0000-7000-8000-${`${number}`.padStart(12, '0')}` as MediaId;

/** The real sender and grammY against Telegram's stand-in over HTTP, with a person who has opened the chat. */
export async function aTelegram(options: TelegramStandInOptions = {}) {
  const standIn = await createTelegramStandIn({
    bots: [{ token: TOKEN }, { token: OTHER_TOKEN }],
    rateLimits: false,
    ...options,
  });
  const connection = connectTelegram({ token: TOKEN, apiRoot: standIn.root, timeoutSeconds: 2 });
  const bot = standIn.bot(TOKEN);
  const anna = standIn.person({ firstName: 'Anna', languageCode: 'nl' });
  anna.opens(bot);

  const pictures = new Map<string, Bytes>(
    Array.from({ length: 12 }, (_, number) => [photoOf(number), aPicture(number)]),
  );
  const known = new Map<string, string>();
  const logged: unknown[] = [];
  const log = {
    info: (...line: unknown[]) => void logged.push(line),
    warn: (...line: unknown[]) => void logged.push(line),
  };
  const sender = createTelegramSender({
    api: connection.api,
    words: plainWords,
    media: storeOf(pictures),
    uploads: uploadsOf(known),
    calendar: {
      fileOf: () => 'BEGIN:VCALENDAR',
      nameOf: () => 'Viewing Altea 1 Dec.ics',
      urlOf: () => 'https://chat.example/calendar',
    },
    log,
  });

  return {
    standIn,
    connection,
    bot,
    anna,
    chat: anna.chat(),
    sender,
    pictures,
    /** What Telegram knows of our pictures: file_ids. */
    known,
    log,
    logged,
    send: (message: Message, more: Partial<Outgoing> = {}) =>
      sender.send({ ...owed, address: `${anna.id}`, message, language: 'en', ...more }),
    close: async () => {
      await connection.close();
      await standIn.close();
    },
  };
}

/** What every delivery says besides its message. */
export const owed = {
  delivery: 'd0d0d0d0-0000-7000-8000-000000000000' as DeliveryId,
  kind: 'screen',
  company,
  account,
  lastInbound: new Date('2026-11-24T09:00:00Z'),
  prompted: false,
} as const;

const storeOf = (pictures: Map<string, Bytes>): MediaStore => ({
  put: async (_, media, __, bytes) => void pictures.set(media, bytes),
  get: async (_, media) => pictures.get(media),
  remove: async (_, media) => void pictures.delete(media),
});

const uploadsOf = (known: Map<string, string>): Uploads => ({
  find: async (_, __, what) => known.get(what),
  keep: async (_, __, what, platformId) => void known.set(what, platformId),
  forget: async (_, __, what) => void known.delete(what),
});
