import type { Client, Message, MessageContent, MessageSendOptions } from 'whatsapp-web.js';
import webjs from 'whatsapp-web.js';
import { inTime } from '#adapters/in-time.ts';
import type { Part, WebSent } from '#adapters/whatsapp/web/wire.ts';
import { stanzaOf } from './ids.ts';
import type { PageWindow } from './page-window.ts';

const { Location, MessageMedia } = webjs;

/** Our own message as the page shows it, even where the call that sent it answers nothing. */
type Echo = { readonly chat: string; readonly id: string };
const ECHO_MS = 1_500;
const LOOK_MS = 20;

/** Sends one after the other, since the page does no better side by side, and an echo then belongs to the call at hand. */
export function createSendPart(client: Client, seconds: number) {
  let echo: Echo | undefined;
  let last: Promise<unknown> = Promise.resolve();
  client.on('message_create', (message: Message) => {
    const id = stanzaOf(message.id);
    if (message.fromMe && id) echo = { chat: message.to, id };
  });

  const send = async (to: string, part: Part, typingMs: number): Promise<WebSent> => {
    if (typingMs > 0) await showTyping(client, to, typingMs);
    echo = undefined;
    const [content, options] = contentOf(part);
    const sent = await inTime(seconds * 1000, client.sendMessage(to, content, { ...OPTIONS, ...options })).catch(
      (error: unknown) => ({ failed: wordsOf(error) }),
    );
    const id = sent && 'id' in sent ? stanzaOf(sent.id) : undefined;
    if (id) return { was: 'sent', id };
    const failed = sent && 'failed' in sent ? sent.failed : undefined;
    if (failed !== undefined && isUnknown(failed)) return { was: 'unknown' };
    if (failed !== undefined && isGone(failed)) return { was: 'unsent', words: failed };
    const seen = await echoed();
    if (seen) return { was: 'sent', id: seen.id };
    if (failed === undefined) return { was: 'unclear', words: 'the page gave no id' };
    return isCut(failed) ? { was: 'unclear', words: failed } : { was: 'unsent', words: failed };
  };
  const echoed = async () => {
    for (let waited = 0; !echo && waited < ECHO_MS; waited += LOOK_MS) await pause(LOOK_MS);
    return echo;
  };

  return (to: string, part: Part, typingMs: number): Promise<WebSent> => {
    const sending = last.then(() => send(to, part, typingMs));
    last = sending.catch(() => undefined);
    return sending;
  };
}

/** `sendSeen` apart and at its own time: it broke every send in January 2026 (wwebjs#5718). */
const OPTIONS: MessageSendOptions = { sendSeen: false, linkPreview: false, waitUntilMsgSent: true };

function contentOf(part: Part): readonly [MessageContent, MessageSendOptions] {
  switch (part.is) {
    case 'text':
      return [part.text, {}];
    case 'image': {
      const data = Buffer.from(part.data).toString('base64');
      const extension = part.mime.split('/')[1] ?? 'jpg';
      return [new MessageMedia(part.mime, data, `photo.${extension}`), part.caption ? { caption: part.caption } : {}];
    }
    case 'document': {
      const { mime, name, caption } = part;
      const file = new MessageMedia(mime, Buffer.from(part.data).toString('base64'), name);
      return [file, { sendMediaAsDocument: true, ...(caption ? { caption } : {}) }];
    }
    case 'place': {
      const { latitude, longitude, name, address } = part;
      return [new Location(latitude, longitude, { name, address }), {}];
    }
  }
}

/** As a person would: the answer is being written for a while. It may fail; the message goes all the same. */
async function showTyping(client: Client, to: string, typingMs: number): Promise<void> {
  const show = client.pupPage?.evaluate(
    (chat) => (window as unknown as PageWindow).WWebJS?.sendChatstate('typing', chat),
    to,
  );
  show?.catch(() => undefined);
  await pause(typingMs);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What the library throws for a number without WhatsApp (OpenWA#156). */
const isUnknown = (words: string) => /No LID for user|invalid wid/i.test(words);
/** The browser was gone before anything was asked of it (puppeteer). */
const isGone = (words: string) =>
  /detached Frame|Session closed|Not attached|Cannot read properties of null/i.test(words);
/** It went away while it worked. */
const isCut = (words: string) => /no answer in time|Target closed|context was destroyed|Protocol error/i.test(words);

/** The first line, without ids and numbers of people. */
export const wordsOf = (error: unknown): string => {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.replace(/\d{5,}(@[\w.]+)?/g, '…').slice(0, 200);
};
