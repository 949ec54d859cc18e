import { randomUUID } from 'node:crypto';
import { createDeliveryLoop, type DeliveryLoop } from '#bots/work/delivery-loop.ts';
import type { Outgoing, Sender, Sent } from '#core/chat/channel.ts';
import type { Message } from '#core/chat/message.ts';
import type { OwedMessage } from '#core/chat/owed.ts';
import { verbatim } from '#core/chat/text.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import type { ChannelAccountId, ChatId } from '#core/ids.ts';
import { aChannelAccount, aChat, aCompany, aContact, aPortalUser } from '#db/builders.ts';
import type { Database } from '#db/database.ts';
import { createDeliveries } from '#db/deliveries.ts';
import { createStore } from '#db/store.ts';
import { aClock, newId } from '#db/testing.ts';
import { quietLog } from './quiet-log.ts';

/** No limit that a test would meet. */
export const FREE: ChannelPace = { account: { perSecond: 1e6, burst: 1e6 }, chat: { perSecond: 1e6, burst: 1e6 } };

/** A company with one account and some chats that messages can be owed to; for tests. */
export async function aQueue(database: Database, chatCount: number) {
  const company = (await aCompany(database)).id;
  const account = (await aChannelAccount(database, company)).id;
  const chats: { id: ChatId; address: string }[] = [];
  for (let index = 0; index < chatCount; index += 1) {
    const contact = (await aContact(database, company)).id;
    const portalUser = (await aPortalUser(database, company, { contact })).id;
    const { id, address } = await aChat(database, company, { account, portalUser });
    chats.push({ id, address });
  }
  const store = createStore(database, { clock: aClock(), newId });
  const owe = (chat: ChatId, words: string, some: Partial<OwedMessage> = {}) =>
    store.transaction(company, ({ owed }) =>
      owed.message({ chat, message: written(words), rank: 'answer', kind: 'screen', ...some }),
    );
  const rows = () =>
    database.systemScope(({ rows }) =>
      rows<{
        words: string;
        state: string;
        platform_id: string | null;
        failure: { code: string } | null;
        attempts: number;
      }>(
        `select message->'body'->'paragraphs'->0->'text'->>'verbatim' as words, state, platform_id, failure, attempts
         from deliveries order by seq`,
      ),
    );
  return { company, account, chats, store, owe, rows, database };
}

const written = (words: string): Message => ({
  body: { is: 'written', paragraphs: [{ is: 'text', text: verbatim(words) }] },
  choices: [],
  from: 1,
});

/** A platform that takes what it is given, or does what it is told once for a message. */
export function aPlatform() {
  const got: { address: string; words: string; at: number }[] = [];
  const faults = new Map<string, Sent[]>();
  const tried: string[] = [];
  let overlaps = 0;
  const busy = new Set<string>();
  const gate: { wait?: Promise<void> } = {};
  const sender: Sender = {
    send: async (outgoing: Outgoing) => {
      const words = wordsOf(outgoing);
      tried.push(words);
      if (busy.has(outgoing.address)) overlaps += 1;
      busy.add(outgoing.address);
      await (gate.wait ?? new Promise((resolve) => setImmediate(resolve)));
      busy.delete(outgoing.address);
      const fault = faults.get(words)?.shift();
      if (fault && fault.was !== 'sent') return fault;
      got.push({ address: outgoing.address, words, at: performance.now() });
      return { was: 'sent', platformId: `m${got.length}` };
    },
  };
  return {
    sender,
    got,
    tried,
    gate,
    fail: (words: string, ...sent: Sent[]) => void faults.set(words, sent),
    get overlaps() {
      return overlaps;
    },
  };
}

const wordsOf = ({ message }: Outgoing): string => {
  const [first] = message.body.is === 'written' ? message.body.paragraphs : [];
  return first?.is === 'text' && 'verbatim' in first.text ? first.text.verbatim : '';
};

export function aLoop(
  { account, database }: { account: ChannelAccountId; database: Database },
  sender: Sender,
  pace: ChannelPace = FREE,
  more: { readonly pollSeconds?: number } = {},
): DeliveryLoop {
  const loop = createDeliveryLoop({
    deliveries: createDeliveries(database),
    live: () => new Map([[account, { sender, pace }]]),
    log: quietLog,
    by: randomUUID(),
    ticks: () => performance.now(),
    ...more,
  });
  return loop;
}
