import type { Api } from 'grammy';
import { connectTelegram } from '#adapters/telegram/connect-telegram.ts';
import { read } from '#adapters/telegram/read.ts';
import { createTelegramSender } from '#adapters/telegram/send.ts';
import type { Person } from '#adapters/telegram/stand-in/people.ts';
import type { Seen } from '#adapters/telegram/stand-in/seen.ts';
import { createTelegramStandIn } from '#adapters/telegram/stand-in/server.ts';
import type { StandIn } from '#adapters/telegram/stand-in/stand-in.ts';
import type { Bytes } from '#core/media.ts';
import { calendar, chat, words } from './a-desk.ts';
import type { ChannelUnderTest, SeenMessage, Someone } from './contract.ts';

export const TOKEN = '515151:AAcontract_of_the_channels';
const account = { company: chat.company.id, account: chat.account };
/** One pixel (PNG). */
export const PICTURE: Bytes = {
  data: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
  mime: 'image/png',
};

/** The real renderer, sender, grammY and reader; Telegram's stand-in over HTTP between them. */
export async function aTelegramUnderTest(): Promise<ChannelUnderTest> {
  const standIn = await createTelegramStandIn({ bots: [{ token: TOKEN }], rateLimits: false });
  const connection = connectTelegram({ token: TOKEN, apiRoot: standIn.root });
  return telegramChannel({
    api: connection.api,
    standIn,
    poll: (offset) => connection.getUpdates({ offset, limit: 100 }, AbortSignal.timeout(10_000)),
    close: async () => {
      await connection.close();
      await standIn.close();
    },
  });
}

type Between = {
  readonly api: Api;
  readonly standIn: StandIn;
  /** The updates from this one on. */
  readonly poll: (offset: number) => Promise<readonly unknown[]>;
  close(): Promise<void>;
};

/** The real renderer, sender, grammY and reader, whatever is between them and the stand-in. */
export function telegramChannel({ api, standIn, poll, close }: Between): ChannelUnderTest {
  const known = new Map<string, string>();
  const sender = createTelegramSender({
    api,
    words,
    media: { put: async () => {}, get: async () => PICTURE, remove: async () => {} },
    uploads: {
      find: async (_, __, what) => known.get(what),
      keep: async (_, __, what, id) => void known.set(what, id),
      forget: async (_, __, what) => void known.delete(what),
    },
    calendar,
    log: { info: () => {}, warn: () => {} },
  });
  let offset = 0;

  /** The next updates, which are there already. */
  async function updates(count: number): Promise<readonly unknown[]> {
    const all: unknown[] = [];
    while (all.length < count) {
      const some = await poll(offset);
      if (some.length === 0) throw new Error(`${all.length} of ${count} updates came`);
      offset = Math.max(...some.map(idOf)) + 1;
      all.push(...some);
    }
    return all;
  }

  const someone = async (): Promise<Someone> => {
    const person = standIn.person({ firstName: 'Ελένη' });
    person.opens();
    await updates(1);
    const pressed = new Set<number>();
    return {
      address: `${person.id}`,
      sees: () => fromBot(person).map(seenMessage),
      pressesAll: async () => {
        const buttons = fromBot(person).flatMap(({ id, buttons: rows }) =>
          rows.flat().flatMap(({ text, data }) => (data === undefined ? [] : [{ id, text, data }])),
        );
        const fresh = buttons.filter(({ id }) => !pressed.has(id));
        for (const { id, data } of fresh) {
          person.taps(id, data);
          pressed.add(id);
        }
        const arrived = await updates(fresh.length);
        return fresh.map(({ text }, index) => {
          const turn = read(arrived[index], account);
          if ('is' in turn) throw new Error(`the press of "${text}" says nothing: ${turn.why}`);
          return { label: text, did: turn.did };
        });
      },
    };
  };

  // Telegram cuts the spaces off at the end of a text.
  const bare = (said: string) => said.replace(/ +$/gm, '');
  return { sender, account, channel: 'telegram', bare, someone, close };
}

const fromBot = (person: Person): readonly Seen[] =>
  person
    .chat()
    .messages()
    .filter(({ from }) => from === 'bot');

const seenMessage = ({ text, title, address, files, buttons }: Seen): SeenMessage => ({
  words: [text, title, address].filter(Boolean).join('\n'),
  photos: files.length,
  buttons: buttons.flat().map((button) => button.text),
  links: buttons.flat().flatMap(({ url }) => url ?? []),
});

const idOf = (update: unknown): number =>
  typeof update === 'object' && update !== null && 'update_id' in update ? Number(update.update_id) : 0;
