import { expect, it } from 'vitest';
import type { Intent } from '#core/chat/intent.ts';
import type { CompanyId, ContactId, FeedbackId, OfferId, ViewingId } from '#core/ids.ts';
import { createIntents } from '#core/turns/an-intent.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import { aCompany, aContact, aDeal, anOffer, aProperty, aViewingOf } from '#db/builders.ts';
import type { Database } from '#db/database.ts';
import { anOffice, type Body } from './an-office.ts';

const NAME = 'Villa Ajena';

/** A home offered to somebody else, visited by them and written about. */
async function aStrangersHome(database: Database, company: CompanyId, status: string, contact?: ContactId) {
  const whose = contact ?? (await aContact(database, company, { email: `ajena-${status}@example.com` })).id;
  const deal = (await aDeal(database, company, { contacts: [whose] })).id;
  const property = (await aProperty(database, company, { name: NAME })).id;
  const offer = (await anOffer(database, company, { deal, property, status: 'interested' })).id as OfferId;
  const viewing = (
    await aViewingOf(database, company, {
      ...{ deal, property, contactId: whose, status: status as 'completed' },
      icsUid: `${property}@tesoro-chat`,
    })
  ).id as ViewingId;
  const [note] = await database.systemScope((tx) =>
    tx.rows<{ id: FeedbackId }>(
      `insert into feedback (id, company_id, contact_id, deal_id, property_id, meeting_id, kind, text, media, at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, 'note', 'Nuestra nota', '[]', now()) returning id`,
      [company, whose, deal, property, viewing],
    ),
  );
  return { offer, viewing, note: note?.id as FeedbackId };
}

type Ids = Awaited<ReturnType<typeof aStrangersHome>>;
const NOWHERE = '0192f1c4-5a30-7c3e-9b1d-2f6e8a4c0d11';
const INVENTED: Ids = { offer: NOWHERE as OfferId, viewing: NOWHERE as ViewingId, note: NOWHERE as FeedbackId };

/** One of every press that names a thing; the agent, who is one's own, may be asked about any. */
const everyPress = (ids: Ids): readonly Intent[] =>
  createIntents(1)
    .everyIntent(ids)
    .filter((intent) => Object.keys(ids).some((name) => name in intent) && intent.to !== 'contactAgent');

it.each(['pending', 'confirmed', 'completed'])(
  'what is another’s, of the same office or of another, answers as what never was, with a viewing that is %s (rule 4)',
  async (status) => {
    const office = await anOffice();
    const carla = await office.aClient('Carla', { language: 'en' });
    const hand = office.phone('Carla');
    await office.signsIn(hand, carla.email);
    const { database } = office.product();
    const dora = await office.aClient('Dora', { language: 'en' });
    const other = (await aCompany(database, { slug: 'ajena', inviteCode: 'ajena-invite' })).id;
    const theirs = [
      await aStrangersHome(database, office.made.company_id as CompanyId, status, dora.contact as ContactId),
      await aStrangersHome(database, other, status),
    ];
    /** All that could have changed. */
    const rows = () =>
      database.systemScope(async (tx) => [
        await tx.rows<Body>('select * from deal_properties order by id'),
        await tx.rows<Body>('select * from meetings order by id'),
        await tx.rows<Body>('select * from feedback order by id'),
        await tx.rows<Body>('select id, type from activities order by id'),
      ]);
    const before = await rows();
    let update = 700_000;
    const from = { id: hand.person.id, is_bot: false, first_name: 'Carla' };
    const presses = (intent: Intent) =>
      hand.does(() => {
        update += 1;
        const message = { message_id: 1, date: 0, chat: { id: from.id, type: 'private' } };
        const query = { id: String(update), from, chat_instance: '1', data: encodeIntent(intent), message };
        return office.post({ update_id: update, callback_query: query });
      });

    const invented = everyPress(INVENTED);
    for (const ids of theirs)
      for (const [index, intent] of everyPress(ids).entries()) {
        const [missing, foreign] = [await presses(invented[index] ?? intent), await presses(intent)];
        expect([intent.to, foreign.text]).toEqual([intent.to, missing.text]);
        expect(foreign.came.map(({ buttons }) => buttons)).toEqual(missing.came.map(({ buttons }) => buttons));
      }
    expect(everyPress(INVENTED).length).toBeGreaterThan(30);
    // The agent is one's own, whatever home is named.
    for (const { offer } of theirs) expect((await presses({ to: 'contactAgent', offer })).text).not.toContain(NAME);

    expect(await rows()).toEqual(before);
  },
  60_000,
);
