import { randomUUID } from 'node:crypto';
import { phones } from '#adapters/phones/phones.ts';
import { createWords } from '#adapters/phrases/create-words.ts';
import type { Channel } from '#core/chat/channels.ts';
import type { Intent } from '#core/chat/intent.ts';
import { messagesOf, pressesOf } from '#core/chat/message.ts';
import type { Screen } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import type { Did, Turn } from '#core/chat/turn.ts';
import type { Language } from '#core/language.ts';
import type { App } from '#core/turns/app.ts';
import { createApp } from '#core/turns/app.ts';
import type { Database } from '#db/database.ts';
import { createStore } from '#db/store.ts';
import { aClock, newId } from '#db/testing.ts';
import type { Office } from './an-office.ts';

export const words = createWords();
/** Addresses of pages, which nobody opens here. */
export const PAGES = { newToken: () => randomUUID(), pageUrl: (token: string) => `https://chat.test/account/${token}` };

/** The conversation on a database, with a clock that stands and codes that are known. */
export function aConversation(database: Database, clock = aClock()): { app: App; clock: ReturnType<typeof aClock> } {
  const store = createStore(database, { clock, newId });
  return { app: createApp({ store, clock, newId, words, phones, newCode: () => '123456', ...PAGES }), clock };
}

let people = 0;
let events = 0;

/** Somebody's chat with the office: what they do, and what they read afterwards in the language given. */
export function aChat(
  app: App,
  office: Office,
  { language = 'en' as Language, address = `chat-${++people}`, channel = 'telegram' as Channel } = {},
) {
  let screen: Screen | undefined;
  let on = 0;

  async function turn(did: Did, more: Partial<Turn> = {}): Promise<string> {
    const answered = await app.answer({
      company: office.company,
      account: office.account,
      channel,
      event: `event-${++events}`,
      address,
      person: { identity: { kind: 'tg_user', id: address }, language },
      did,
      ...more,
    });
    if (answered.was === 'seen') return 'seen';
    screen = answered.screen;
    return reads();
  }
  /** Intl's narrow and unbreakable spaces as plain ones. */
  const say = (text: Text) => words.say(text, language).replace(/[\u00a0\u202f]/g, ' ');
  const presses = () => (screen ? messagesOf(screen).flatMap(pressesOf) : []);
  const labels = () => presses().map(({ label }) => say(label));
  const reads = () =>
    screen
      ? messagesOf(screen)
          .map((message) => textOf(message, say))
          .join('\n---\n')
      : '';

  return {
    address,
    turn,
    reads,
    labels,
    screen: () => screen,
    came: (code: string | undefined = office.inviteCode) => turn({ is: 'came', code }),
    writes: (typed: string) => turn({ is: 'wrote', words: typed }),
    orders: (command: Extract<Did, { is: 'ordered' }>['command']) => turn({ is: 'ordered', command }),
    forges: (intent: Intent | undefined) => turn({ is: 'pressed', intent }, { on: `message-${++on}` }),
    /** Presses the nth button with these words on the newest screen; throws where there is none. */
    async presses(label: string, nth = 0): Promise<string> {
      const found = presses().filter((each) => say(each.label) === label)[nth];
      if (!found) throw new Error(`no "${label}" among: ${labels().join(' | ')}`);
      return turn({ is: 'pressed', intent: found.intent }, { on: `message-${++on}` });
    },
    /** By the office's link, the e-mail and the code, then to Home. */
    async signsIn(email: string): Promise<string> {
      await turn({ is: 'came', code: office.inviteCode });
      await turn({ is: 'wrote', words: email });
      await turn({ is: 'wrote', words: '123456' });
      return turn({ is: 'ordered', command: 'home' });
    },
  };
}

function textOf({ body }: ReturnType<typeof messagesOf>[number], say: (text: Text) => string): string {
  switch (body.is) {
    case 'written':
      return body.paragraphs
        .map((each) =>
          each.is === 'list'
            ? each.entries.map(({ title, line }) => `${say(title)} | ${say(line)}`).join('\n')
            : say(each.text),
        )
        .join('\n');
    case 'card':
      return body.card.lines.map((each) => say(each.text)).join('\n');
    case 'album':
      return `[${body.photos.length} photos] ${say(body.caption)}`;
    case 'event':
      return `[${body.event.isCancelled ? 'called off' : 'event'} ${body.event.sequence}: ${body.event.start}] ${say(body.caption)}`;
    case 'place':
      return `[${body.place.latitude}, ${body.place.longitude}] ${say(body.place.name)}`;
  }
}
