import { phones } from '#adapters/phones/phones.ts';
import { createWords } from '#adapters/phrases/create-words.ts';
import { CHANNELS, type Channel } from '#core/chat/channels.ts';
import { type Message, messagesOf } from '#core/chat/message.ts';
import type { Choice, Question, Screen } from '#core/chat/screen.ts';
import type { Text } from '#core/chat/text.ts';
import type { Command, Did, Turn } from '#core/chat/turn.ts';
import type { ChannelAccountId, ChatId, CompanyId, MediaId, NewId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { createApp } from '#core/turns/app.ts';
import { decodeIntent, encodeIntent } from '#core/turns/intent-code.ts';
import { readStep } from '#core/turns/stored.ts';
import type { Database } from '#db/database.ts';
import { createStore } from '#db/store.ts';
import { aClock } from '#db/testing.ts';

/** What somebody does in a chat; `on`: the message of ours that it is done on, by the platform's id. */
export type Deed = { readonly on?: string } & (
  | { readonly types: string }
  /** The code on a button. */
  | { readonly presses: string }
  | { readonly orders: Command }
  | { readonly sends: 'photo' }
);

/** A chat as its row has it. */
export type KeptChat = {
  readonly id: ChatId;
  readonly company: CompanyId;
  readonly account: ChannelAccountId;
  readonly channel: Channel;
  readonly address: string;
};

const CHATS = `
  select c.id, c.company_id as company, c.channel_account_id as account, a.channel, c.address
  from chats c join channel_accounts a on a.id = c.channel_account_id order by c.seq`;

/** The chats of a database in the order in which they began. */
export const chatsIn = (database: Database): Promise<readonly KeptChat[]> =>
  database.systemScope((tx) => tx.rows<KeptChat>(CHATS));

/** What a turn changed, asked before it is undone. */
const FOUND = `
  select language, step,
    (select coalesce(jsonb_agg(jsonb_build_object('type', type, 'text', text) order by seq), '[]')
     from activities where seq > $2) as lines,
    (select coalesce(jsonb_agg(jsonb_build_object('here', chat_id = $1, 'edits', edits) order by seq), '[]')
     from deliveries where seq > $3) as owed
  from chats where id = $1`;

const PHOTO = {
  id: 'eeeeeeee-0000-7000-8000-000000000001' as MediaId,
  mime: 'image/jpeg',
  width: 1600,
  height: 1067,
  size: 254_311,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};
/** Ids that begin so were made in the trial itself, and so do 22 letters of a code that stand for one. */
const NEW_ID = 'ffffffff-ffff-7fff-bfff-';
const NEW_CODE = /_{8}[\w-]{14}/g;

const words = createWords();

class Undone extends Error {}

/**
 * Tries what a database answers, without leaving a trace in it: each deed is a whole turn whose transaction is rolled
 * back. The clock stands at `at`. An answer is told in words that no channel has of its own: what is read, each
 * button with its code, what the CRM holds since, and which dialogue is open.
 */
export async function createTrial(
  database: Database,
  at: string,
): Promise<(chat: KeptChat, deed: Deed) => Promise<string>> {
  const clock = aClock(at);
  let made = 0;
  const newId: NewId = <Kind extends string>() =>
    `${NEW_ID}${`${++made}`.padStart(12, '0')}` as ReturnType<typeof newId<Kind>>;
  const [last] = await database.systemScope((tx) =>
    tx.rows<{ activity: number; delivery: number }>(`
      select (select coalesce(max(seq), 0) from activities)::int as activity,
        (select coalesce(max(seq), 0) from deliveries)::int as delivery`),
  );
  if (!last) throw new Error('counting answered nothing');
  return async (chat, deed) => {
    let found: Found | undefined;
    made = 0;
    const trial: Database = {
      ...database,
      transaction: async (company, work) => {
        let outcome: { result: Awaited<ReturnType<typeof work>> } | undefined;
        await database
          .transaction(company, async (tx) => {
            outcome = { result: await work(tx) };
            [found] = await tx.rows<Found>(FOUND, [chat.id, last.activity, last.delivery]);
            throw new Undone();
          })
          .catch((error: unknown) => {
            if (!(error instanceof Undone)) throw error;
          });
        if (!outcome) throw new Error('the turn came to nothing');
        return outcome.result;
      },
    };
    const app = createApp({
      ...{ store: createStore(trial, { clock, newId }), clock, newId, words, phones },
      ...{ newCode: () => '123456', newToken: () => 'a-token', pageUrl: () => 'https://chat.test/account/a-token' },
    });
    try {
      const answered = await app.answer(turnOf(chat, deed));
      if (answered.was === 'seen' || !found) return 'nothing was done';
      return told(answered.screen, chat.channel, found);
    } catch (error) {
      return `failed: ${error}`;
    }
  };
}

type Found = {
  readonly language: Language;
  readonly step: unknown;
  readonly lines: readonly { readonly type: string; readonly text: string | null }[];
  readonly owed: readonly { readonly here: boolean; readonly edits: string | null }[];
};

const turnOf = ({ company, account, channel, address }: KeptChat, deed: Deed): Turn => ({
  ...{ company, account, channel, address, event: 'the trial', did: didOf(deed) },
  person: { identity: { kind: 'phone', id: address } },
  ...(deed.on === undefined ? {} : { on: deed.on }),
});

function didOf(deed: Deed): Did {
  if ('types' in deed) return { is: 'wrote', words: deed.types };
  if ('presses' in deed) return { is: 'pressed', intent: decodeIntent(deed.presses) };
  if ('orders' in deed) return { is: 'ordered', command: deed.orders };
  return { is: 'sent', what: deed.sends, file: { is: 'stored', file: PHOTO } };
}

function told(screen: Screen | undefined, channel: Channel, { language, step, lines, owed }: Found): string {
  /** Intl's narrow and unbreakable spaces as plain ones. */
  const say = (text: Text) => words.say(text, language).replace(/[\u00a0\u202f]/g, ' ');
  const elsewhere = owed.filter(({ here }) => !here).length;
  return [
    ...(screen ? messagesOf(screen, CHANNELS[channel]).map((message) => read(message, say)) : ['no answer']),
    [
      ...owed.flatMap(({ here, edits }) => (here && edits ? [`in place of ${edits}`] : [])),
      ...lines.map(({ type, text }) => `in the CRM: ${[type, text].filter(Boolean).join(': ')}`),
      ...(elsewhere > 0 ? [`told to ${elsewhere} other chats`] : []),
      `open: ${readStep(step)?.is ?? 'nothing'}, in ${language}`,
    ].join('\n'),
  ].join('\n--\n');
}

function read(message: Message, say: (text: Text) => string): string {
  const { body, choices, asks, from } = message;
  const button = (choice: Choice) => `[${say(choice.label)}] ${choice.is === 'link' ? choice.url : codeOf(choice)}`;
  return [
    ...(from > 1 ? [`from ${from}`] : []),
    ...bodyLines(body, say),
    ...choices.map(button),
    ...(asks?.is === 'dates' ? [datesAsked(asks)] : []),
    ...(asks?.is === 'words' ? ['asks words'] : []),
  ].join('\n');
}

const datesAsked = ({ first, last, from, ticked, part, interested }: Question & { is: 'dates' }): string =>
  `asks dates from ${from}, ${first} to ${last}, ticked ${ticked.join()}, part ${part}, interested ${interested}`;

const codeOf = ({ intent }: Extract<Choice, { is: 'press' }>): string => encodeIntent(intent).replace(NEW_CODE, 'new');

function bodyLines(body: Message['body'], say: (text: Text) => string): readonly string[] {
  switch (body.is) {
    case 'written':
      return body.paragraphs.flatMap((each) =>
        each.is === 'list'
          ? each.entries.map(({ title, line, intent }) => `[${say(title)}] ${encodeIntent(intent)} ${say(line)}`)
          : [each.is === 'title' ? `# ${say(each.text)}` : say(each.text)],
      );
    case 'card':
      return [`(card${body.card.photo ? ', photo' : ''})`, ...body.card.lines.map((each) => say(each.text))];
    case 'album':
      return [`(${body.photos.length} photos)`, say(body.caption)];
    case 'event':
      return [`(calendar ${body.event.sequence}: ${body.event.start})`, say(body.caption)];
    case 'place':
      return [`(place ${body.place.latitude}, ${body.place.longitude})`, say(body.place.name), body.place.address];
  }
}
