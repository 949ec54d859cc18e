import { unmarked } from '#adapters/whatsapp/markup.ts';
import type { LinkedPhone } from '#adapters/whatsapp/web/linked-phone.ts';
import { turnOf } from '#adapters/whatsapp/web/read.ts';
import { createWebSender } from '#adapters/whatsapp/web/send.ts';
import type { SeenMessage as Seen, WebPerson } from '#adapters/whatsapp/web/stand-in/web-person.ts';
import type { WebMessage } from '#adapters/whatsapp/web/wire.ts';
import { calendar, chat, words } from './a-desk.ts';
import type { ChannelUnderTest, SeenMessage, Someone } from './contract.ts';
import { PICTURE } from './telegram-under-test.ts';

const account = { company: chat.company.id, account: chat.account };
const reader = { ...account, isInvite: () => false };

type Between = {
  readonly phone: Pick<LinkedPhone, 'send'>;
  readonly person: () => Pick<WebPerson, 'address' | 'messages' | 'writes'>;
  /** What somebody did, as it came to us. */
  readonly message: (id: string) => Promise<WebMessage>;
  close(): Promise<void>;
};

/** The real renderer, sender and reader, whatever is between them and the stand-in's people. */
export function webChannel({ phone, person: newPerson, message: cameAs, close }: Between): ChannelUnderTest {
  const media = { put: async () => {}, get: async () => PICTURE, remove: async () => {} };
  const sender = createWebSender({
    phone,
    words,
    media,
    calendar,
    chance: () => 0,
    types: false,
    log: { warn: () => {} },
  });

  const someone = async (): Promise<Someone> => {
    const person = newPerson();
    const pressed = new Set<string>();
    return {
      address: person.address,
      sees: () => fromOffice(person).map(seenMessage),
      pressesAll: async () => {
        const fresh = fromOffice(person).filter(({ id }) => !pressed.has(id));
        const arrived = [];
        for (const { id: on, text } of fresh) {
          pressed.add(on);
          for (const number of numbersIn(text)) {
            const turn = turnOf(await cameAs(person.writes(number, on)), reader);
            if (!turn) throw new Error(`typing ${number} says nothing`);
            arrived.push({ label: number, did: turn.did, ...(turn.on === undefined ? {} : { on: turn.on }) });
          }
        }
        return arrived;
      },
    };
  };

  return { sender, account, channel: 'whatsapp', bare: unmarked, someone, close };
}

export const fromOffice = (person: Pick<WebPerson, 'messages'>): readonly Seen[] =>
  person.messages().filter(({ from }) => from === 'office');

/** Numbers that a reader would answer with: those at the start of a line of a menu or list. */
const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:\*(\d+)\* |(\d+)\. \*)/gm)].map(([, choice, entry]) => choice ?? entry ?? '');

const seenMessage = ({ text, photo, place }: Seen): SeenMessage => ({
  words: place ? place.name : text,
  photos: photo ? 1 : 0,
  buttons: [],
  links: text.match(/https?:\/\/\S+/g) ?? [],
});
