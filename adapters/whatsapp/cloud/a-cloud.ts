import type { Outgoing } from '#core/chat/channel.ts';
import { messagesOf } from '#core/chat/message.ts';
import { line, press, type Screen, text } from '#core/chat/screen.ts';
import { verbatim } from '#core/chat/text.ts';
import type { ChannelAccountId, CompanyId, DeliveryId, MediaId, OfferId } from '#core/ids.ts';
import type { Bytes } from '#core/media.ts';
import type { Words } from '#core/words.ts';
import { createCloudClient } from './client.ts';
import { createCloudSender } from './send.ts';
import { createGraphStandIn } from './stand-in/server.ts';
import { templateDefinitions } from './templates.ts';

export const NUMBER = {
  phoneNumberId: '105500000000005',
  displayPhoneNumber: '34600000005',
  accessToken: 'EAAtest',
  appSecret: 'test_app_secret',
  verifyToken: 'test_verify',
};
export const company = 'c0c0c0c0-0000-7000-8000-000000000000' as CompanyId;
export const account = 'a0a0a0a0-0000-7000-8000-000000000000' as ChannelAccountId;
export const PHOTO = 'f0f0f0f0-0000-7000-8000-000000000000' as MediaId;
const OFFER = '0fe40fe4-0000-7000-8000-000000000000' as OfferId;
export const NOON = new Date('2026-11-24T12:00:00Z');
const HOUR_MS = 60 * 60 * 1000;

/** Says people's words as they are and names the others. */
const plainWords: Words = { say: (said) => ('verbatim' in said ? said.verbatim : 'say' in said ? said.say : '…') };

/** The real sender and client against the Cloud API's stand-in, with a clock that stands, and somebody who wrote just now. */
export async function aCloud() {
  let now = NOON.getTime();
  const clock = { now: () => new Date(now) };
  const standIn = await createGraphStandIn({ numbers: [NUMBER], rateLimits: false, clock: clock.now });
  for (const definition of templateDefinitions()) standIn.number().templates.submit(definition);
  const client = createCloudClient({ ...NUMBER, apiRoot: standIn.root });
  const known = new Map<string, string>();
  const warned: string[] = [];
  const sender = createCloudSender({
    client,
    words: plainWords,
    media: { put: async () => {}, get: async () => PICTURE, remove: async () => {} },
    uploads: {
      find: async (_, __, what) => known.get(what),
      keep: async (_, __, what, id) => void known.set(what, id),
      forget: async (_, __, what) => void known.delete(what),
    },
    calendar: { urlOf: () => 'https://chat.example.com/calendar/x.ics' },
    clock,
    log: { warn: (_, words) => void warned.push(words) },
  });
  const anna = standIn.person({ name: 'Anna', waId: '34610000001', userId: 'ES.1' });
  anna.writes('hello');
  const send = (screen: Screen, more: Partial<Outgoing> = {}) => {
    const [message] = messagesOf(screen);
    if (!message) throw new Error('a screen is a message');
    const about = { delivery: crypto.randomUUID() as DeliveryId, kind: 'screen', company, account } as const;
    return sender.send({
      ...about,
      address: 'ES.1',
      message,
      language: 'en',
      lastInbound: NOON,
      prompted: false,
      ...more,
    });
  };
  return {
    standIn,
    client,
    anna,
    known,
    warned,
    send,
    passHours: (hours: number) => {
      now += hours * HOUR_MS;
    },
    seen: () =>
      anna
        .chat()
        .messages()
        .filter(({ from }) => from === 'bot'),
    close: async () => {
      await client.close();
      await standIn.close();
    },
  };
}

/** One pixel (PNG). */
const PICTURE: Bytes = {
  data: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
  mime: 'image/png',
};

/** A screen of one text with so many choices. */
export const asking = (words: string, count: number, label = 'Choice'): Screen => ({
  blocks: words === '' ? [] : [text(verbatim(words))],
  choices: Array.from({ length: count }, (_, page) => press(verbatim(`${label} ${page}`), { to: 'listNew', page })),
});

/** A home's card with its picture, asking for a verdict. */
export const aCard = (title = 'Casa Verde'): Screen => ({
  blocks: [
    {
      is: 'card',
      card: {
        offer: OFFER,
        photo: PHOTO,
        name: verbatim(title),
        lines: [line(verbatim(title), 'headline'), line(verbatim('€1'))],
      },
      choices: [
        press(verbatim('Yes'), { to: 'markInterested', offer: OFFER }, 'good'),
        press(verbatim('No'), { to: 'askReasons', offer: OFFER }, 'bad'),
        press(verbatim('Details'), { to: 'openProperty', offer: OFFER, page: 0 }),
        press(verbatim('Star'), { to: 'addFavourite', offer: OFFER }),
      ],
    },
  ],
  choices: [],
});
