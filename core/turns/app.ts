import { CHANNELS } from '#core/chat/channels.ts';
import type { Chat } from '#core/chat/chat.ts';
import { oweScreen } from '#core/chat/owe-screen.ts';
import type { Receipt } from '#core/chat/owed.ts';
import type { Around, PassedOn, Reply } from '#core/chat/reply.ts';
import type { Screen } from '#core/chat/screen.ts';
import type { Turn } from '#core/chat/turn.ts';
import { languageFor } from '#core/language.ts';
import type { Kept, Store } from '#core/store.ts';
import { answerAtPace } from './answer-at-pace.ts';
import { placeOf } from './place-of.ts';
import { readSecret } from './read-secret.ts';

export type Ports = Around & { readonly store: Store };

/** What a turn came to; `seen` where it took effect before. */
export type Answered =
  | {
      readonly was: 'answered';
      readonly screen: Screen | undefined;
      /** It waits a little for more of this kind, or was taken in by one that did. */
      readonly gathers?: Receipt;
      /** What looked like a password was read as something else, and stays in the chat. */
      readonly kept?: true;
      /** What is said at once on the button that was pressed, where a channel can; in the reader's words. */
      readonly notice?: string;
      /** It went to a person of the office, and nothing is said to it. */
      readonly passedOn?: true;
    }
  | { readonly was: 'seen' };

export interface App {
  /** Commits the turn and owes its screen; returned for tests. Sending is the delivery loop's, at once after the commit. */
  answer(turn: Turn): Promise<Answered>;
}

export function createApp({ store, ...around }: Ports): App {
  return {
    answer: (turn) => store.transaction(turn.company, (kept) => answer(kept, around, turn)),
  };
}

/** One turn, one transaction: the mark of the event, the change, the activity and all that is owed commit together. */
async function answer(kept: Kept, around: Around, came: Turn): Promise<Answered> {
  const { phone } = came.person;
  const taken = await kept.chats.take(came, phone === undefined ? [] : around.phones.languagesOf(`+${phone}`));
  if (taken === 'seen') return { was: 'seen' };
  const chat = inTheirLanguage(taken);
  if (came.did.is === 'moved') {
    await kept.chats.move(chat.id, came.did);
    return { was: 'answered', screen: undefined };
  }
  const { on, said } = came;
  const desk = { ...kept, ...around, chat, ...(on ? { on } : {}), ...(said ? { said } : {}) };
  const turn = { ...came, did: await readSecret(desk, came.did) };
  const isRead = came.did.is === 'wroteSecret' && turn.did.is === 'wrote' ? { kept: true as const } : {};
  const { reply, pace } = await answerAtPace(desk, turn);
  const reachable = { reachable: turn.did.is !== 'left' };
  const language = chat.language === taken.language ? {} : { language: chat.language };
  const talkedAt = talkedIn(chat, reply, around.clock.now());
  if (!reply?.screen) {
    const isSame = pace === chat.shown.pace && talkedAt === chat.shown.talkedAt;
    const silent = isSame
      ? {}
      : { shown: { ...chat.shown, ...(pace ? { pace } : {}), ...(talkedAt ? { talkedAt } : {}) } };
    await kept.chats.change(chat.id, { ...language, ...reachable, ...silent });
    return { was: 'answered', screen: undefined, ...isRead, ...(reply ? { passedOn: true } : {}) };
  }
  const gathers = reply.receipt !== undefined && comesInParts(chat, turn.did);
  const shown = {
    answer: await owe(kept, chat, reply, turn, gathers),
    push: [],
    ...(gathers ? { gathers } : {}),
    ...(pace ? { pace } : {}),
    ...(talkedAt ? { talkedAt } : {}),
  };
  await kept.chats.change(chat.id, { ...language, ...reachable, ...reply.change, shown });
  const notice = reply.notice ? { notice: around.words.say(reply.notice, chat.language) } : {};
  const gathered = gathers && reply.receipt ? { gathers: reply.receipt } : {};
  return { was: 'answered', screen: reply.screen, ...isRead, ...notice, ...gathered };
}

/** When the client and the agent last spoke here, once this turn is answered; nobody takes up a conversation of another. */
function talkedIn({ shown }: Chat, reply: Reply | PassedOn | undefined, now: Date): number | undefined {
  if (reply?.talk === 'goes') return now.getTime();
  const isLeft = reply?.talk === 'ends' || (reply?.screen && reply.change?.client !== undefined);
  return isLeft ? undefined : shown.talkedAt;
}

/** The contact's language is the truth for a client; another chat or the agent may have changed it (rules 5, 6). */
const inTheirLanguage = (chat: Chat): Chat =>
  chat.client ? { ...chat, language: languageFor(chat.client.language) } : chat;

async function owe(kept: Kept, chat: Chat, { screen, receipt }: Reply, turn: Turn, isGathered: boolean) {
  const place = await placeOf(kept.chats, chat, screen, turn);
  const first = place === undefined ? {} : { edits: place };
  const nothingGathers = !chat.shown.gathers;
  return oweScreen(kept, chat, screen, {
    rank: 'answer',
    kind: receipt ?? 'screen',
    isGathered,
    nothingGathers,
    first,
  });
}

/** Whether more files may belong to this one: of its album, or where the platform names none. */
const comesInParts = ({ channel }: Chat, did: Turn['did']): boolean =>
  !CHANNELS[channel].namesAlbums || (did.is === 'sent' && did.file !== undefined && did.file.album !== undefined);
