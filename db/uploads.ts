import type { CompanyId, NewId } from '#core/ids.ts';
import type { Uploads } from '#core/media.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';

const KEEP = `
  insert into uploads (id, company_id, channel_account_id, what, platform_id) values ($1, $2, $3, $4, $5)
  on conflict (channel_account_id, what) do update set platform_id = excluded.platform_id`;

/** Each call is a transaction of its own: it happens while something is sent, where no other is open. */
export function createUploads({ transaction }: Database, { newId }: { readonly newId: NewId }): Uploads {
  const run = <Row extends object>(company: CompanyId, text: string, values: readonly unknown[]) =>
    once<Row>((work) => transaction(company, work), text, values);

  return {
    async find(company, account, what) {
      const text = 'select platform_id from uploads where channel_account_id = $1 and what = $2';
      const [row] = await run<{ platform_id: string }>(company, text, [account, what]);
      return row?.platform_id;
    },
    async keep(company, account, what, platformId) {
      await run(company, KEEP, [newId(), company, account, what, platformId]);
    },
    async forget(company, account, what) {
      await run(company, 'delete from uploads where channel_account_id = $1 and what = $2', [account, what]);
    },
  };
}
