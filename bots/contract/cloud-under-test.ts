import { type CloudClient, createCloudClient } from '#adapters/whatsapp/cloud/client.ts';
import { BUTTONS } from '#adapters/whatsapp/cloud/limits.ts';
import { readWebhook } from '#adapters/whatsapp/cloud/read.ts';
import { createCloudSender } from '#adapters/whatsapp/cloud/send.ts';
import { aHook } from '#adapters/whatsapp/cloud/stand-in/a-hook.ts';
import type { GraphPerson } from '#adapters/whatsapp/cloud/stand-in/person.ts';
import type { SeenMessage as Seen } from '#adapters/whatsapp/cloud/stand-in/seen.ts';
import { createGraphStandIn } from '#adapters/whatsapp/cloud/stand-in/server.ts';
import { unmarked } from '#adapters/whatsapp/markup.ts';
import { calendar, chat, NOW, words } from './a-desk.ts';
import type { ChannelUnderTest, SeenMessage, Someone } from './contract.ts';
import { PICTURE } from './telegram-under-test.ts';

export const NUMBER = {
  phoneNumberId: '105500000000009',
  displayPhoneNumber: '34600000009',
  accessToken: 'EAAcontract_of_the_channels',
  appSecret: 'contract_app_secret',
  verifyToken: 'contract_verify',
};
const account = { company: chat.company.id, account: chat.account };
const reader = { ...account, phoneNumberId: NUMBER.phoneNumberId, isInvite: () => false };

/** The real renderer, sender, client and reader; the Cloud API's stand-in over HTTP between them. */
export async function aCloudUnderTest(): Promise<ChannelUnderTest> {
  const standIn = await createGraphStandIn({ numbers: [NUMBER], rateLimits: false, clock: () => NOW });
  const hook = await aHook();
  await standIn.webhook(NUMBER.phoneNumberId, hook.url);
  const client = createCloudClient({ ...NUMBER, apiRoot: standIn.root });
  return cloudChannel({
    client,
    person: (ids) => standIn.person(ids),
    next: async () => (await hook.next('messages')).body,
    close: async () => {
      await standIn.close();
      await Promise.all([client.close(), hook.close()]);
    },
  });
}

type Between = {
  readonly client: Pick<CloudClient, 'send' | 'upload'>;
  readonly person: (ids: { readonly name: string; readonly userId: string }) => GraphPerson;
  /** The next body of a webhook that holds a message. */
  readonly next: () => Promise<unknown>;
  close(): Promise<void>;
};

/** The real renderer, sender and reader, whatever is between them and the stand-in's people. */
export function cloudChannel({ client, person: personOf, next, close }: Between): ChannelUnderTest {
  const known = new Map<string, string>();
  const sender = createCloudSender({
    client,
    words,
    media: { put: async () => {}, get: async () => PICTURE, remove: async () => {} },
    uploads: {
      find: async (_, __, what) => known.get(what),
      keep: async (_, __, what, id) => void known.set(what, id),
      forget: async (_, __, what) => void known.delete(what),
    },
    calendar,
    clock: { now: () => NOW },
    log: { warn: () => {} },
  });
  let people = 0;

  const someone = async (): Promise<Someone> => {
    people += 1;
    const person = personOf({ name: 'Ελένη', userId: `GR.${people}` });
    person.writes('Γεια');
    await next();
    const pressed = new Set<string>();
    const fromBot = () =>
      person
        .chat()
        .messages()
        .filter(({ from }) => from === 'bot');
    return {
      address: `GR.${people}`,
      sees: () => fromBot().map(seenMessage),
      pressesAll: async () => {
        const fresh = fromBot().filter(({ id }) => !pressed.has(id));
        const arrived = [];
        for (const message of fresh) {
          pressed.add(message.id);
          for (const { id, title } of choicesOf(message)) {
            person.taps(message.id, id);
            const [turn] = readWebhook(await next(), reader).turns.map((each) => each.turn);
            if (!turn) throw new Error(`the press of "${title}" says nothing`);
            arrived.push({ label: title, did: turn.did, ...(turn.on === undefined ? {} : { on: turn.on }) });
          }
        }
        return arrived;
      },
    };
  };

  return { sender, account, channel: 'whatsapp', room: BUTTONS, bare: unmarked, someone, close };
}

const choicesOf = ({ buttons, sections }: Seen) => [...buttons, ...sections.flatMap(({ rows }) => rows)];

const seenMessage = ({ text, file, buttons, sections, links }: Seen): SeenMessage => ({
  words: [
    text,
    ...sections.flatMap(({ rows }) => rows.map(({ title, description }) => `${title}\n${description}`)),
  ].join('\n'),
  photos: file === undefined ? 0 : 1,
  buttons: [...buttons.map(({ title }) => title), ...links.map((each) => each.text)],
  links: [...links.map(({ url }) => url), ...(text.match(/https?:\/\/\S+/g) ?? [])],
});
