import type { ChannelAccountId, CompanyId, NewId } from '#core/ids.ts';
import type { Database } from './database.ts';

const FIND = 'select reference from conversation_references where channel_account_id = $1 and address = $2';
const KEEP = `
  insert into conversation_references (id, company_id, channel_account_id, address, reference)
  values ($1, $2, $3, $4, $5)
  on conflict (channel_account_id, address) do update set reference = excluded.reference`;

/** Chats whose reference is remembered as it was last kept, so that the same is not written with every message. */
const REMEMBERED = 5_000;

/** Where the chats of a platform are, as it said last. */
export function createConversationReferences(database: Database, { newId }: { readonly newId: NewId }) {
  const known = new Map<string, string>();
  return {
    async find(company: CompanyId, account: ChannelAccountId, address: string): Promise<object | undefined> {
      const [found] = await database.transaction(company, (tx) =>
        tx.rows<{ reference: object }>(FIND, [account, address]),
      );
      return found?.reference;
    },
    async keep(company: CompanyId, account: ChannelAccountId, address: string, reference: object): Promise<void> {
      const [key, said] = [`${account}/${address}`, JSON.stringify(reference)];
      if (known.get(key) === said) return;
      await database.transaction(company, (tx) => tx.rows(KEEP, [newId(), company, account, address, reference]));
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, said);
    },
  };
}
