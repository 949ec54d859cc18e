import type { Product } from '#bots/product.ts';
import type { Language } from '#core/language.ts';
import type { MediaStore } from '#core/media.ts';
import type { ActivityType } from '#core/timeline.ts';
import { aCompany, aContact, aDeal, anOffer, aPhoto, aProperty, aViewingOf } from '#db/builders.ts';
import type { Database } from '#db/database.ts';
import { INVITE } from './a-desk.ts';
import { PICTURE } from './telegram-under-test.ts';
import { EMAIL } from './walk.ts';

/** As fast as a test wants. */
export const FREE = { account: { perSecond: 10_000, burst: 10_000 }, chat: { perSecond: 10_000, burst: 10_000 } };
/** So many that those to rate are a list on every channel, to the end. */
const HOMES = 6;
/** Two hours after the clock of these tests. */
const TODAY = new Date('2026-11-23T12:00:00Z');

/** A company with a client whom it has offered some homes with photos. */
export async function anOfferedClient(database: Database, language: Language) {
  const company = (await aCompany(database, { inviteCode: INVITE, name: 'Γαλάζια Πόρτα', defaultLanguage: language }))
    .id;
  const contact = (await aContact(database, company, { firstName: 'Ελένη', lastName: 'Παππά', email: EMAIL, language }))
    .id;
  const deal = (await aDeal(database, company, { contacts: [contact], name: 'Αναζήτηση' })).id;
  const photos: string[] = [];
  for (let number = 1; number <= HOMES; number += 1) {
    const property = (await aProperty(database, company, { name: `Κατοικία ${number}` })).id;
    await anOffer(database, company, { deal, property });
    for (let photo = 0; photo < 2; photo += 1) photos.push((await aPhoto(database, company, { property })).id);
  }
  const seen = (await aProperty(database, company, { name: 'Κατοικία που είδαμε' })).id;
  const visitedAt = new Date('2026-11-21T11:00:00Z');
  await anOffer(database, company, { deal, property: seen, status: 'interested', visitedAt });
  await aViewingOf(database, company, { deal, property: seen, contactId: contact });
  // Seen on the same day, so that a photo fits both.
  const twin = (await aProperty(database, company, { name: 'Δεύτερη που είδαμε' })).id;
  await anOffer(database, company, { deal, property: twin, status: 'interested', visitedAt });
  await aViewingOf(database, company, { deal, property: twin, contactId: contact, icsUid: 'twin@tesoro-chat' });
  const agreed = (await aProperty(database, company, { name: 'Κατοικία που θα δούμε' })).id;
  await anOffer(database, company, { deal, property: agreed, status: 'interested' });
  await aViewingOf(database, company, {
    ...{ deal, property: agreed, contactId: contact, status: 'confirmed', icsUid: 'agreed@tesoro-chat' },
    startDate: new Date('2026-11-24T10:00:00Z'),
  });
  const offered = (await aProperty(database, company, { name: 'Κατοικία με νέα ώρα' })).id;
  await anOffer(database, company, { deal, property: offered, status: 'interested' });
  await aViewingOf(database, company, {
    ...{ deal, property: offered, contactId: contact, status: 'pending', icsUid: 'offered@tesoro-chat' },
    ...{ startDate: null, endDate: null, proposedStart: new Date('2026-11-27T10:00:00Z'), history: [] },
    preferredDates: [{ date: '2026-11-26', part_of_day: 'any' }],
  });
  const near = (await aProperty(database, company, { name: 'Κατοικία σήμερα' })).id;
  await anOffer(database, company, { deal, property: near, status: 'interested' });
  await aViewingOf(database, company, {
    ...{ deal, property: near, contactId: contact, status: 'confirmed', icsUid: 'today@tesoro-chat', history: [] },
    startDate: TODAY,
    endDate: new Date(TODAY.getTime() + 45 * 60_000),
  });
  const putPhotos = async (media: MediaStore) => {
    for (const id of photos) await media.put(company, id as never, 'card', PICTURE);
  };
  return { company, putPhotos };
}

/** What the CRM and the queue hold, for whoever walks through the product. */
export function lookIn(
  database: Database,
  product: Pick<Product, 'tick'>,
  after: (deed: () => unknown) => Promise<void>,
) {
  const rows = <Row extends object>(query: string) => database.systemScope((tx) => tx.rows<Row>(query));
  let known = '0';
  const owe = (due: 'remind' | 'askVisit') =>
    rows(`
      insert into tasks (id, company_id, key, task, due_at)
      select gen_random_uuid(), company_id, '${due}', jsonb_build_object(
        'is', '${due}', 'viewing', id, 'start', '${TODAY.toISOString()}', 'hours', 24), start_date - interval '1 day'
      from meetings where ics_uid = 'today@tesoro-chat'`);
  return {
    comes: async (due: 'remind' | 'askVisit') => {
      await owe(due);
      await after(() => void product.tick());
    },
    code: async () => {
      const [mail] = await rows<{ text: string }>('select text from mails order by seq desc limit 1');
      return mail?.text.match(/\b\d{6}\b/)?.[0] ?? 'no mail';
    },
    newActivities: async () => {
      const added = await rows<{ seq: string; type: ActivityType }>(
        `select seq::text, type from activities where seq > ${known} order by seq`,
      );
      known = added.at(-1)?.seq ?? known;
      return added.map(({ type }) => type);
    },
    failedDeliveries: async () =>
      (await rows("select id from deliveries where state not in ('sent', 'delivered', 'read')")).length,
  };
}
