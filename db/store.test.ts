import { expect, it } from 'vitest';
import type { Turn } from '#core/chat/turn.ts';
import {
  aChannelAccount,
  aChat,
  aCompany,
  aContact,
  aDeal,
  anOffer,
  aPhoto,
  aPortalUser,
  aProperty,
} from './builders.ts';
import { createStore } from './store.ts';
import { aClock, describeOnBoth, newId } from './testing.ts';

describeOnBoth('the store', (fresh) => {
  it('takes an event once, and finds the client behind the chat', async () => {
    const database = await fresh();
    const company = (await aCompany(database)).id;
    const contact = (await aContact(database, company)).id;
    const account = (await aChannelAccount(database, company)).id;
    const portalUser = (await aPortalUser(database, company, { contact })).id;
    const chat = await aChat(database, company, { account, portalUser });
    const deal = (await aDeal(database, company, { contacts: [contact] })).id;
    const property = (await aProperty(database, company, { features: { pool: true, lift: false } })).id;
    const photo = (await aPhoto(database, company, { property })).id;
    const offer = (await anOffer(database, company, { deal, property })).id;
    const store = createStore(database, { clock: aClock(), newId });
    const turn: Turn = {
      company,
      account,
      channel: 'telegram',
      event: '1',
      address: chat.address,
      person: { identity: { kind: 'tg_user', id: '1' } },
      did: { is: 'ordered', command: 'home' },
    };

    const first = await store.transaction(company, ({ chats }) => chats.take(turn));
    const second = await store.transaction(company, ({ chats }) => chats.take(turn));
    const found = await store.transaction(company, ({ offers }) => offers.find(contact, offer));

    expect(first).toMatchObject({ id: chat.id, client: { contact, portalUser, name: 'Carla Client' } });
    expect(second).toBe('seen');
    expect(found).toMatchObject({ id: offer, property: { photos: [photo], features: ['pool'], price: 350000 } });
  });
});
