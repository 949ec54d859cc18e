import type { LinkedPhone } from '#adapters/whatsapp/web/linked-phone.ts';
import type { SeenMessage } from '#adapters/whatsapp/web/stand-in/web-person.ts';
import type { Part, WebMessage } from '#adapters/whatsapp/web/wire.ts';
import type { ChannelUnderTest } from './contract.ts';
import { webChannel } from './web-channel.ts';

/** The real renderer, sender and reader; the browser, its library and the service are left out. */
export function aWebInProcess(): ChannelUnderTest {
  const chats = new Map<string, SeenMessage[]>();
  const came = new Map<string, WebMessage>();
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `3EB0${ids}`;
  };
  const send: LinkedPhone['send'] = async (to, part) => {
    const id = newId();
    chats.get(to)?.push({ id, from: 'office', ...shown(part) });
    return { was: 'sent', id };
  };

  return webChannel({
    phone: { send },
    person: () => {
      const chat: SeenMessage[] = [];
      const address = `7000000000${chats.size + 1}@lid`;
      chats.set(address, chat);
      return {
        address,
        messages: () => chat,
        writes: (body, quoted) => {
          const id = newId();
          came.set(id, { id, chat: address, type: 'chat', body, ...(quoted === undefined ? {} : { quoted }) });
          return id;
        },
      };
    },
    message: async (id) => {
      const message = came.get(id);
      if (!message) throw new Error(`nobody wrote ${id}`);
      return message;
    },
    close: async () => {},
  });
}

/** A part as the person's phone shows it. */
function shown(part: Part): Omit<SeenMessage, 'id' | 'from'> {
  switch (part.is) {
    case 'text':
      return { text: part.text };
    case 'image':
      return { text: part.caption, photo: Buffer.from(part.data) };
    case 'document':
      return { text: part.caption, document: { name: part.name, bytes: Buffer.from(part.data) } };
    case 'place': {
      const { latitude, longitude, name, address } = part;
      // One text in WhatsApp (whatsapp-web.js, Location).
      return { text: '', place: { latitude, longitude, name: [name, address].filter(Boolean).join('\n') } };
    }
  }
}
