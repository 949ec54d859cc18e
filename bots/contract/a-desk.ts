import { createCalendar } from '#adapters/calendar/create-calendar.ts';
import { phones } from '#adapters/phones/phones.ts';
import { createWords } from '#adapters/phrases/create-words.ts';
import type { CodeState, KnownContact } from '#core/accounts/accounts.ts';
import { CHANNELS, type Channel } from '#core/chat/channels.ts';
import type { Chat, Client } from '#core/chat/chat.ts';
import type { Message } from '#core/chat/message.ts';
import { messagesOf } from '#core/chat/message.ts';
import type { Desk } from '#core/chat/reply.ts';
import type { Did } from '#core/chat/turn.ts';
import type {
  ChannelAccountId,
  ChatId,
  CompanyId,
  ContactId,
  FeedbackId,
  MediaId,
  PortalUserId,
  UserId,
  ViewingId,
} from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Counts, Offer, Search } from '#core/offers/offer.ts';
import { PAGE } from '#core/offers/offer.ts';
import { answerAtPace } from '#core/turns/answer-at-pace.ts';
import type { Ahead, Viewing } from '#core/viewings/viewing.ts';
import { aViewing } from './awkward.ts';

export const words = createWords();
export const INVITE = 'kalimera';
export const NOW = new Date('2026-11-23T10:00:00Z');
const PUBLIC = 'https://chat.example.com';
export const calendar = createCalendar({
  words,
  secretKey: 'contract_secret_contract_secret_',
  publicUrl: () => PUBLIC,
  now: () => NOW,
});
export const links = { picture: (media: string) => `${PUBLIC}/pictures/${media}.jpg`, calendar: calendar.urlOf };

export const client: Client = {
  portalUser: '0192f1c4-0007-7000-8000-000000000001' as PortalUserId,
  contact: '0192f1c4-0006-7000-8000-000000000001' as ContactId,
  status: 'Active',
  kind: 'contact',
  firstName: 'Ελένη <3 & Νίκος',
  name: 'Ελένη Παπαδοπούλου',
  language: null,
};

export const chat: Chat = {
  id: '0192f1c4-0008-7000-8000-000000000001' as ChatId,
  account: '0192f1c4-0009-7000-8000-000000000001' as ChannelAccountId,
  channel: 'telegram',
  company: {
    id: '0192f1c4-000a-7000-8000-000000000001' as CompanyId,
    name: 'Γαλάζια <Πόρτα> & Υιοί',
    timeZone: 'Europe/Madrid',
    currency: 'EUR',
    isActive: true,
    defaultLanguage: 'en',
    rejectReasons: [
      'location',
      'condition',
      'size',
      'layout',
      'model',
      'price',
      'thoryvos_tou_megalou_dromou',
      'other',
    ],
    quietHours: null,
    offerBundleTimes: [],
    viewingMinutes: 45,
    inviteCode: INVITE,
  },
  client,
  invited: true,
  language: 'en',
  pushes: 'on',
  noticed: true,
  isTakenOver: false,
  isNumbered: false,
  shown: { answer: [], push: [] },
};

/** What is so in the CRM and in the chat, and what the person then does. */
export type Situation = {
  readonly did: Did;
  readonly chat?: Partial<Chat>;
  /** Whether nobody is signed in. */
  readonly stranger?: boolean;
  readonly homes?: readonly Offer[];
  readonly severalDeals?: boolean;
  /** What waits to be judged next; null: nothing. */
  readonly next?: Offer | null;
  readonly counts?: Partial<Counts>;
  readonly search?: Search;
  readonly ahead?: Partial<Ahead>;
  readonly viewings?: readonly Viewing[];
  /** The viewing that is open for the same home already. */
  readonly open?: Viewing;
  /** Photos that each viewing has. */
  readonly photos?: number;
  /** Photos of the entry that a further one joins. */
  readonly joins?: number;
  readonly code?: CodeState;
  readonly contact?: KnownContact;
  readonly blocked?: boolean;
  readonly awaitsPassword?: boolean;
  /** Of the agent. */
  readonly photo?: MediaId;
};

const COUNTS = { toRate: 0, interested: 1, rejected: 2, visited: 5, approved: 22 };
const REST = { new: 1, favourites: 3, upcoming: 2, ratings: 1_000_000 };

/** The messages that the conversation answers with, on data that is only in memory. */
export async function answerIn(
  language: Language,
  situation: Situation,
  channel: Channel,
): Promise<readonly Message[]> {
  const { reply: answer } = await answerAtPace(aDesk(language, channel, situation), {
    company: chat.company.id,
    account: chat.account,
    channel,
    event: '1',
    address: '1',
    person: { identity: { kind: 'tg_user', id: '1' } },
    did: situation.did,
  });
  if (!answer?.screen) throw new Error('nothing is answered here');
  return messagesOf(answer.screen, CHANNELS[channel]);
}

function aDesk(language: Language, channel: Channel, given: Situation): Desk {
  const { homes = [], viewings = [], contact } = given;
  const { client: known, ...nobody } = chat;
  const page = <Item>(items: readonly Item[], number: number) => ({
    items: items.slice(number * PAGE, (number + 1) * PAGE),
    total: items.length,
    more: items.length > (number + 1) * PAGE,
  });
  const nothing = async () => undefined;
  return {
    chat: { ...nobody, ...(known && !given.stranger ? { client: known } : {}), language, channel, ...given.chat },
    words,
    phones,
    clock: { now: () => NOW },
    newId: () => {
      throw new Error('nothing here takes an id');
    },
    newCode: () => '123456',
    newToken: () => 'a-token',
    pageUrl: (token) => `${PUBLIC}/account/${token}`,
    chats: {
      take: async () => 'seen',
      change: nothing,
      listening: async () => [],
      cardsOf: async () => [],
      viewingCard: nothing,
      viewingCards: async () => [],
      find: nothing,
      messageOn: nothing,
      move: nothing,
    },
    offers: {
      find: async (_, id) => homes.find((home) => home.id === id),
      count: async () => ({ ...COUNTS, ...REST, ...given.counts }),
      list: async (_, __, number) => page(homes, number),
      all: async () => homes,
      takeUnpushed: async () => [],
      change: nothing,
      searchOf: async () => given.search ?? 'open',
      unjudged: async () => {
        const first = given.next === undefined ? homes[0] : (given.next ?? undefined);
        return { first, total: first ? homes.length : 0 };
      },
      around: async () => ({ severalDeals: given.severalDeals ?? false, waits: homes.length > 0 }),
    },
    viewings: {
      request: async ({ offer, wishes }) => aViewing({ offer, preferredDates: wishes }),
      ongoingOf: async () => given.open,
      confirmedOf: async () => given.open,
      find: async (_, id) => viewings.find((viewing) => viewing.id === id),
      list: async (_, __, number) => page(viewings, number),
      count: async () => ({ upcoming: viewings.length, recent: viewings.length, unconfirmed: viewings.length }),
      ahead: async () => ({ offered: [], requests: 0, ...given.ahead }),
      all: async () => viewings,
      lastCompleted: async () => viewings.filter(({ status }) => status === 'completed'),
      get: nothing,
      change: async (id, from) => viewings.some((viewing) => viewing.id === id && from.includes(viewing.status)),
    },
    feedback: {
      add: async () => client.contact as string as FeedbackId,
      join: async () => given.joins,
      photosOf: async () => given.photos ?? 0,
      note: async (_, id) => ({ id, viewing: viewings[0]?.id as ViewingId, text: 'Ωραία <θέα>' }),
      noteSaidIn: nothing,
      captionSaidIn: nothing,
      changeNote: nothing,
      dropNote: nothing,
    },
    files: { keep: nothing },
    timeline: { add: nothing },
    people: { on: async () => [] },
    owed: { message: nothing, dropCards: nothing, later: nothing, finish: async () => true, mail: nothing },
    accounts: {
      accepts: async (code) => code === INVITE,
      useInvites: nothing,
      languageOf: nothing,
      contactByEmail: async () => contact,
      addLead: async ({ firstName, lastName }) => ({ id: client.contact, kind: 'lead', firstName, lastName, language }),
      draft: nothing,
      changeEmail: nothing,
      activate: async () => ({
        id: client.portalUser,
        status: given.blocked ? 'Blocked' : 'Active',
        made: true,
        awaitsPassword: given.awaitsPassword ?? false,
      }),
      setLanguage: nothing,
      profileOf: async () => ({
        firstName: 'Ελένη <3',
        lastName: 'Παπαδοπούλου',
        email: 'eleni@example.gr',
        phone: '+302100000000',
        photo: given.photo ?? null,
      }),
      changeProfile: nothing,
      noteConsent: nothing,
    },
    portalUsers: {
      of: nothing,
      byId: nothing,
      byEmail: nothing,
      add: nothing,
      change: nothing,
      signOut: async () => 0,
      invite: nothing,
      waysIn: async () => ({}),
      endInvites: nothing,
      awaitsPassword: async () => given.awaitsPassword ?? false,
    },
    proofs: { add: nothing, use: nothing },
    messages: {
      agentOf: async () => ({
        id: client.contact as string as UserId,
        name: 'Άννα <Παππά> & Υιός',
        jobTitle: 'Σύμβουλος',
        phone: '+30 210 000 0000',
        photo: given.photo ?? null,
      }),
      addFromClient: async () => '1',
      addFromUser: async () => '1',
      chatFor: nothing,
      setTakenOver: async () => [],
      takenOver: async () => undefined,
    },
    accountPages: { add: nothing, find: nothing, change: nothing },
    codes: {
      of: async () => given.code,
      keep: nothing,
      change: nothing,
      matches: async (_, digits) => digits === '123456',
      drop: nothing,
      sentTo: async () => [],
    },
  };
}

export const sentCode = (more: Partial<CodeState> = {}): CodeState => ({
  email: 'eleni@example.gr',
  sentAt: NOW,
  expiresAt: new Date(NOW.getTime() + 600_000),
  tries: 0,
  sends: 1,
  pausedUntil: null,
  ...more,
});
export const minutesLater = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
