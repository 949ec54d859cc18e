import { press, rewrite, say, setBlocked } from './acts.ts';
import { newAlbumId } from './album.ts';
import { openChat } from './chat.ts';
import { type ChatView, createChatView } from './chat-view.ts';
import { withFoundEntities } from './find-entities.ts';
import type { Formatted } from './formatted.ts';
import { imageSize } from './image-size.ts';
import type { Content } from './message.ts';
import { seenOf } from './seen.ts';
import type { BotState, ChatState, PersonState, World } from './world.ts';

type SentDocument = {
  readonly name: string;
  readonly mime?: string;
  readonly caption?: string;
  readonly albumId?: string;
};
type SentContact = {
  readonly phone: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly userId?: number;
};
type SentPhoto = { readonly bytes: Uint8Array; readonly caption?: string };

/** Somebody who chats: every deed answers with the id of the message it made, in the chat opened last. */
export type Person = {
  readonly id: number;
  readonly firstName: string;
  readonly languageCode: string | undefined;
  /** Presses Start, also after blocking: writes `/start <payload>`. The bot may be left out where there is one. */
  opens(bot?: BotState | string, payload?: string): number;
  /** Goes to the chat with this bot without a word. */
  turnsTo(bot: BotState | string): Person;
  writes(text: string): number;
  edits(messageId: number, text: string): void;
  /** Presses a button by its text or its data, answering with the query's id; throws where there is none now. */
  taps(messageId: number, button: string): string;
  /** The same whatever is on the message, which need not exist. */
  forges(messageId: number, data: string): string;
  sendsPhoto(bytes: Uint8Array, options?: { readonly caption?: string; readonly albumId?: string }): number;
  /** Each photo is an update of its own with the same media_group_id. */
  sendsAlbum(photos: readonly SentPhoto[]): number[];
  sendsVoice(bytes: Uint8Array, duration?: number): number;
  sendsDocument(bytes: Uint8Array, document: SentDocument): number;
  /** The own contact unless another user id is given. */
  sendsContact(contact: SentContact): number;
  sendsLocation(latitude: number, longitude: number): number;
  sendsSticker(emoji?: string): number;
  blocks(): void;
  unblocks(): void;
  /** The chat with this bot, or the one opened last. */
  chat(bot?: BotState | string): ChatView;
};

export function createPerson(world: World, state: PersonState, botOf: (bot?: BotState | string) => BotState): Person {
  let current: BotState | undefined;
  const bot = () => current ?? botOf();
  const chat = () => openChat(bot(), state);
  const sends = (content: Content, albumId?: string) => say(world, bot(), state, content, albumId).id;

  const person: Person = {
    id: state.id,
    firstName: state.firstName,
    languageCode: state.languageCode,
    opens: (given, payload) => {
      current = botOf(given);
      setBlocked(world, chat(), false);
      return person.writes(payload ? `/start ${payload}` : '/start');
    },
    turnsTo: (given) => {
      current = botOf(given);
      return person;
    },
    writes: (text) => sends({ is: 'text', words: wordsOf(text) }),
    edits: (messageId, text) => rewrite(world, chat(), messageId, text),
    taps: (messageId, button) => press(world, chat(), messageId, dataOf(chat(), messageId, button)),
    forges: (messageId, data) => press(world, chat(), messageId, data),
    sendsPhoto: (bytes, { caption, albumId } = {}) => {
      const size = imageSize(bytes);
      if (!size) throw new Error('a photo is a JPEG, PNG or WebP');
      return sends({ is: 'photo', sizes: bot().files.keepPhoto(bytes, size), words: wordsOf(caption) }, albumId);
    },
    sendsAlbum: (photos) => {
      const albumId = newAlbumId(world.now());
      return photos.map(({ bytes, ...options }) => person.sendsPhoto(bytes, { ...options, albumId }));
    },
    sendsVoice: (bytes, duration = 1) => {
      const file = bot().files.keep({ kind: 'VoiceNote', bytes, mime: 'audio/ogg' });
      return sends({ is: 'voice', file, duration, words: wordsOf() });
    },
    sendsDocument: (bytes, { name, mime = 'application/octet-stream', caption, albumId }) => {
      const file = bot().files.keep({ kind: 'Document', bytes, name, mime });
      return sends({ is: 'document', file, words: wordsOf(caption) }, albumId);
    },
    sendsContact: (contact) => sends({ is: 'contact', firstName: state.firstName, userId: state.id, ...contact }),
    sendsLocation: (latitude, longitude) => sends({ is: 'location', place: { latitude, longitude } }),
    sendsSticker: (emoji = '👍') => {
      const file = bot().files.keep({ kind: 'Sticker', bytes: Buffer.from(emoji), width: 512, height: 512 });
      return sends({ is: 'sticker', file, emoji });
    },
    blocks: () => setBlocked(world, chat(), true),
    unblocks: () => setBlocked(world, chat(), false),
    chat: (given) => createChatView(world, given === undefined ? bot() : botOf(given), state),
  };
  return person;
}

function wordsOf(text = ''): Formatted {
  return withFoundEntities({ text, entities: [] });
}

function dataOf(chat: ChatState, messageId: number, button: string): string {
  const message = chat.messages.get(messageId);
  const [seen] = message ? seenOf([message]) : [];
  const buttons = seen?.buttons.flat() ?? [];
  const found = buttons.find((one) => one.data === button) ?? buttons.find((one) => one.text === button);
  if (found?.data !== undefined) return found.data;
  const present = buttons.map((one) => one.text).join(', ') || 'none';
  throw new Error(`message ${messageId} has no button "${button}" to press; it has: ${present}`);
}
