import type { Fields } from './fields.ts';
import type { BusinessNumber, PersonIds } from './number.ts';
import { type SeenMessage, words } from './seen.ts';

/** Somebody with a phone, who writes to one number at a time. */
export type GraphPerson = PersonIds & {
  /** A playground's handle. */
  readonly key: number;
  /** Each answers the id of what was done. */
  writes(text: string): string;
  /** Presses a button or chooses a row; refuses what the message does not offer. `choice`: its title or its id. */
  taps(message: string, choice: string): string;
  sendsImage(data: Uint8Array, caption?: string): string;
  sendsVoice(data: Uint8Array): string;
  sendsDocument(data: Uint8Array, name: string): string;
  sendsLocation(latitude: number, longitude: number): string;
  /** Any other kind, with its own fields. */
  sends(type: string, fields: Fields): string;
  /** An empty one takes the reaction back. */
  reacts(message: string, emoji: string): string;
  reads(message: string): void;
  blocks(isBlocked?: boolean): void;
  /** The platform gives them another id; it may come with another number. */
  becomes(ids: { readonly userId?: string; readonly waId?: string }): void;
  chat(): { messages(): readonly SeenMessage[] };
};

export function createPerson(ids: PersonIds, key: number, number: BusinessNumber): GraphPerson {
  const chat = number.chatOf(ids);
  const find = (id: string): SeenMessage => {
    const message = chat.messages.find((each) => each.id === id);
    if (!message) throw new Error(`there is no message ${id} in the chat of ${ids.name}`);
    return message;
  };
  const media = (type: 'image' | 'audio' | 'document', data: Uint8Array, mime: string, more: Fields): string => {
    const id = number.files.keep(Buffer.from(data), mime);
    const { sha256 = '' } = number.files.find(id) ?? {};
    const caption = typeof more.caption === 'string' ? more.caption : '';
    const wire = { type, [type]: { id, mime_type: mime, sha256, ...more } };
    return number.arrived(chat, { ...words(type, caption), file: id }, wire);
  };
  const us = number.options.displayPhoneNumber;

  return {
    ...ids,
    key,
    chat: () => ({ messages: () => chat.messages }),
    writes: (text) => number.arrived(chat, words('text', text), { type: 'text', text: { body: text } }),
    taps: (message, choice) => {
      const on = find(message);
      const isIt = (each: { id: string; title: string }) => each.id === choice || each.title === choice;
      const context = { from: us, id: message };
      const button = on.buttons.find(isIt);
      if (button && on.kind === 'template')
        return number.arrived(chat, words('text', button.title), {
          type: 'button',
          context,
          button: { payload: button.id, text: button.title },
        });
      if (button)
        return number.arrived(chat, words('text', button.title), {
          type: 'interactive',
          context,
          interactive: { type: 'button_reply', button_reply: { id: button.id, title: button.title } },
        });
      const row = on.sections.flatMap(({ rows }) => rows).find(isIt);
      if (!row) throw new Error(`"${choice}" is not offered on: ${on.text}`);
      return number.arrived(chat, words('text', row.title), {
        type: 'interactive',
        context,
        interactive: { type: 'list_reply', list_reply: { ...row } },
      });
    },
    sendsImage: (data, caption) => media('image', data, 'image/jpeg', caption ? { caption } : {}),
    sendsVoice: (data) => media('audio', data, 'audio/ogg; codecs=opus', { voice: true }),
    sendsDocument: (data, filename) => media('document', data, 'application/pdf', { filename }),
    sendsLocation: (latitude, longitude) =>
      number.arrived(chat, words('location', `${latitude}, ${longitude}`), {
        type: 'location',
        location: { latitude, longitude },
      }),
    sends: (type, fields) => number.arrived(chat, words('other', type), { type, ...fields }),
    reacts: (message, emoji) => {
      const on = find(message);
      chat.messages[chat.messages.indexOf(on)] = { ...on, reaction: emoji };
      const reaction = { message_id: message, ...(emoji === '' ? {} : { emoji }) };
      return number.arrived(chat, words('other', emoji), { type: 'reaction', reaction });
    },
    reads: (message) => number.status(chat, find(message).id, 'read'),
    blocks: (isBlocked = true) => {
      chat.isBlocked = isBlocked;
    },
    becomes: ({ userId, waId }) => {
      const before = chat.person;
      const changed = waId === undefined ? 'user_changed_user_id' : 'user_changed_number';
      const system = {
        type: changed,
        body: 'The person is known by another id',
        ...(userId ? { user_id: userId, previous_user_id: before.userId } : {}),
        ...(waId ? { wa_id: waId } : {}),
      };
      number.arrived(chat, words('other', changed), { type: 'system', system });
      chat.person = { ...before, ...(userId ? { userId } : {}), ...(waId ? { waId } : {}) };
    },
  };
}
