import { createHash } from 'node:crypto';
import { aCrmApi } from '#adapters/crm-api/testing.ts';
import { preparePhoto } from '#adapters/media/prepare-photo.ts';
import type { CompanyId, UserId } from '#core/ids.ts';
import { crmPorts } from '#db/crm/crm-ports.ts';
import type { Database } from '#db/database.ts';
import { createRouting } from '#db/routing.ts';
import { apiKeys } from '#db/schema/schema.ts';
import { createStore } from '#db/store.ts';
import { aClock, newId } from '#db/testing.ts';

/** The API on a database, at the time of a clock that stands until it is moved; `askAs` asks as a user. */
export async function anApi(database: Database, clock = aClock()) {
  const store = createStore(database, { clock, newId }, crmPorts);
  const media = { put: async () => {}, get: async () => undefined, remove: async () => {} };
  const api = await aCrmApi({ store, routing: createRouting(database), media, preparePhoto, clock, newId });
  const askAs = async (company: CompanyId, user: UserId) => {
    const key = `key-${newId()}`;
    const hash = createHash('sha256').update(key).digest('hex');
    await database.systemScope(({ db }) =>
      db.insert(apiKeys).values({ id: newId(), companyId: company, userId: user, name: 'test', hash }),
    );
    return api.as(key);
  };
  return { ...api, clock, store, askAs };
}
