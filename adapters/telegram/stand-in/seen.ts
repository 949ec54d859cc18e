import type { StoredFile } from './files.ts';
import { type Entity, NO_WORDS } from './formatted.ts';
import type { InlineButton } from './inline-keyboard.ts';
import { type Content, type Message, type Place, wordsOf } from './message.ts';
import { textField } from './params.ts';
import { toHtml } from './to-html.ts';

type SeenButton = {
  readonly text: string;
  readonly data?: string;
  readonly url?: string;
  readonly copies?: string;
  readonly style?: string;
};
type SeenFile = {
  readonly fileId: string;
  readonly uniqueId: string;
  readonly size: number;
  readonly name?: string;
  readonly mime?: string;
  readonly width?: number;
  readonly height?: number;
  /** What stands in a file of words. */
  readonly words?: string;
};

/** A message as the person sees it now; an album is one. */
export type Seen = {
  readonly id: number;
  /** All messages of an album; the id alone otherwise. */
  readonly ids: readonly number[];
  readonly from: 'bot' | 'person';
  readonly at: number;
  readonly kind: Content['is'] | 'album';
  /** Text or caption without markup. */
  readonly text: string;
  /** The same as safe HTML. */
  readonly html: string;
  readonly entities: readonly Entity[];
  readonly buttons: readonly (readonly SeenButton[])[];
  /** Photos whole, the document, voice or sticker. */
  readonly files: readonly SeenFile[];
  readonly place?: Place;
  readonly title?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly duration?: number;
  readonly edited: boolean;
  readonly silent: boolean;
  readonly replyTo?: number;
  readonly reaction?: string;
};

/** What the person sees of these messages, in order. */
export function seenOf(messages: Iterable<Message>): Seen[] {
  const seen: Seen[] = [];
  const albums = new Map<string, number>();
  for (const message of messages) {
    const one = seenMessage(message);
    const place = message.albumId === undefined ? undefined : albums.get(message.albumId);
    const album = place === undefined ? undefined : seen[place];
    if (album && place !== undefined) seen[place] = joined(album, one);
    else seen.push(message.albumId === undefined ? one : { ...one, kind: 'album' });
    if (message.albumId !== undefined && place === undefined) albums.set(message.albumId, seen.length - 1);
  }
  return seen;
}

/** A caption on the first photo shows as the caption of the whole. */
function joined(album: Seen, next: Seen): Seen {
  const { text, html, entities } = album.text === '' ? next : album;
  const edited = album.edited || next.edited;
  return {
    ...album,
    text,
    html,
    entities,
    edited,
    ids: [...album.ids, ...next.ids],
    files: [...album.files, ...next.files],
  };
}

function seenMessage(message: Message): Seen {
  const { content } = message;
  const words = wordsOf(content) ?? NO_WORDS;
  return {
    id: message.id,
    ids: [message.id],
    from: message.from,
    at: message.at,
    kind: content.is,
    text: words.text,
    html: toHtml(words),
    entities: words.entities,
    buttons: message.buttons.map((row) => row.map(seenButton)),
    files: filesOf(content).map(seenFile),
    ...('place' in content ? { place: content.place } : {}),
    ...(content.is === 'venue' ? { title: content.title, address: content.address } : {}),
    ...(content.is === 'contact' ? { phone: content.phone, title: content.firstName } : {}),
    ...(content.is === 'voice' ? { duration: content.duration } : {}),
    ...(content.is === 'sticker' ? { title: content.emoji } : {}),
    edited: message.editedAt !== undefined,
    silent: message.silent === true,
    ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
    ...(message.reaction === undefined ? {} : { reaction: message.reaction }),
  };
}

function seenButton(button: InlineButton): SeenButton {
  const webApp = button.web_app;
  const copyText = button.copy_text;
  const url = textField(button, 'url') || (isUrlHolder(webApp) ? webApp.url : '');
  const data = textField(button, 'callback_data');
  const style = textField(button, 'style');
  return {
    text: button.text,
    ...(data ? { data } : {}),
    ...(url ? { url } : {}),
    ...(isTextHolder(copyText) ? { copies: copyText.text } : {}),
    ...(style ? { style } : {}),
  };
}

function filesOf(content: Content): StoredFile[] {
  if ('file' in content) return [content.file];
  return content.is === 'photo' ? content.sizes.slice(-1) : [];
}

function seenFile({ fileId, uniqueId, bytes, name, mime, width, height }: StoredFile): SeenFile {
  return {
    fileId,
    uniqueId,
    size: bytes.length,
    ...(name ? { name } : {}),
    ...(mime ? { mime } : {}),
    ...(/\.(txt|ics)$/.test(name ?? '') ? { words: Buffer.from(bytes).toString('utf8') } : {}),
    ...(width ? { width } : {}),
    ...(height ? { height } : {}),
  };
}

function isUrlHolder(value: unknown): value is { url: string } {
  return typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string';
}

function isTextHolder(value: unknown): value is { text: string } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}
