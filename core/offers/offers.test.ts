import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import type { OfferId } from '#core/ids.ts';
import type { Database } from '#db/database.ts';
import { describeOnOne, newId } from '#db/testing.ts';

/** Emma, signed in, with one deal. */
async function emma(database: Database) {
  const office = await anOffice(database);
  const contact = await office.aContact({ email: 'emma@example.com', language: 'en' });
  const deal = await office.aDeal([contact]);
  const { app, clock } = aConversation(database);
  const chat = aChat(app, office);
  await chat.signsIn('emma@example.com');
  const offered = async (
    more: Parameters<typeof office.aProperty>[0] = {},
    ...rest: [Parameters<typeof office.anOffer>[2]?, Parameters<typeof office.anOffer>[3]?]
  ) => office.anOffer(deal, await office.aProperty(more), ...rest);
  const activities = async () =>
    (
      await office.rows<{ type: string }>(
        "select type from activities where type not in ('chat_linked', 'portal_user_created') order by seq",
      )
    ).map(({ type }) => type);
  const offer = async (id: OfferId) =>
    (await office.rows<Record<string, unknown>>('select * from deal_properties where id = $1', [id]))[0];
  return { office, contact, deal, app, clock, chat, offered, activities, offer };
}

describeOnOne('offers', (fresh) => {
  it('makes a verdict one tap from a card, with one activity naming the channel, however often it is tapped (rules 10, 11, 24)', async () => {
    const { chat, offered, activities, offer, office } = await emma(await fresh());
    const id = await offered();
    await chat.orders('home');
    await chat.presses('New properties');

    await chat.presses('Interested');
    expect(await chat.forges({ to: 'markInterested', offer: id })).toContain('✓ Interested');

    expect(await activities()).toEqual(['verdict_interested']);
    expect(await offer(id)).toMatchObject({ status: 'interested' });
    expect(
      await office.rows(
        "select channel, actor_kind, deal_id is not null as deal from activities where type = 'verdict_interested'",
      ),
    ).toEqual([{ channel: 'telegram', actor_kind: 'client', deal: true }]);
  });

  it('counts two devices that tap at once as one change (rule 11)', async () => {
    const database = await fresh();
    const { app, office, offered, activities } = await emma(database);
    const other = aChat(app, office);
    const third = aChat(app, office);
    await other.signsIn('emma@example.com');
    await third.signsIn('emma@example.com');
    const id = await offered();

    await Promise.all([other, third].map((each) => each.forges({ to: 'markInterested', offer: id })));

    expect(await activities()).toEqual(['verdict_interested']);
  });

  it('applies a redelivered event once (P2)', async () => {
    const { chat, offered, activities } = await emma(await fresh());
    const id = await offered();
    const did = { is: 'pressed', intent: { to: 'addFavourite', offer: id } } as const;

    await chat.turn(did, { event: 'once' });
    await chat.forges({ to: 'removeFavourite', offer: id });
    expect(await chat.turn(did, { event: 'once' })).toBe('seen');

    expect(await activities()).toEqual(['favourite_added', 'favourite_removed']);
  });

  it('counts Not interested at its tap, and the reasons after it as one more line (rule 10)', async () => {
    const { chat, offered, activities, offer } = await emma(await fresh());
    const id = await offered();
    await chat.orders('home');
    await chat.presses('New properties');

    expect(await chat.presses('Not interested')).toContain('What does not suit you?');
    expect(await activities()).toEqual(['verdict_rejected']);
    expect(chat.labels()).toEqual(['Location', 'Condition', 'Size', 'Layout', 'Model', 'Price', 'Other…', 'Skip']);
    await chat.presses('Price');
    expect(chat.labels().at(-1)).toBe('Done');
    await chat.presses('Size');
    await chat.presses('✓ Size');
    await chat.presses('Other…');
    expect(await chat.writes('No room for the piano, <b>')).toContain(
      '✗ Not interested: Price, No room for the piano, <b>',
    );

    expect(await activities()).toEqual(['verdict_rejected', 'verdict_rejected']);
    expect(await offer(id)).toMatchObject({
      status: 'rejected',
      reject_reasons: ['price', 'other'],
      reject_text: 'No room for the piano, <b>',
    });
  });

  it.each([
    ['price, too dark', ['price', 'other'], 'too dark'],
    ['Preis; größe', ['price', 'size', 'other'], null],
    ['3, 6', ['size', 'price'], null],
    ['the neighbours', ['other'], 'the neighbours'],
    ['<u>dark</u> & damp, no +', ['other'], '<u>dark</u> & damp, no +'],
    ['Price; noise/dust & smell', ['price', 'other'], 'noise/dust & smell'],
    ['damp, price, no lift', ['price', 'other'], 'damp, no lift'],
  ])('takes typed reasons at once: %s (rule 10)', async (typed, reasons, text) => {
    const { chat, offered, offer } = await emma(await fresh());
    const id = await offered();
    await chat.forges({ to: 'askReasons', offer: id });

    await chat.writes(typed);

    const kept = await offer(id);
    expect(kept).toMatchObject({ status: 'rejected', reject_text: text });
    expect(kept?.reject_reasons).toEqual(text ? reasons : reasons.filter((reason) => reason !== 'other'));
    expect(chat.labels()).toContain('Say why');
  });

  it('keeps what was ticked with whatever is done next, and after ten minutes (rule 10)', async () => {
    const { chat, offered, activities, offer, office } = await emma(await fresh());
    const [one, two] = [await offered(), await offered()];
    await chat.forges({ to: 'askReasons', offer: one });
    await chat.presses('Price');
    await chat.orders('home');
    expect(await offer(one)).toMatchObject({ reject_reasons: ['price'] });

    await chat.forges({ to: 'askReasons', offer: two });
    await chat.presses('Size');
    expect(await offer(two)).toMatchObject({ reject_reasons: [] });
    expect(
      await office.rows("select due_at > now() as later from tasks where task ->> 'is' = 'keepReasons'"),
    ).toHaveLength(2);
    expect(await activities()).toEqual(['verdict_rejected', 'verdict_rejected', 'verdict_rejected']);
  });

  it('never takes back what was said on another device since, because of reasons that were left open (rule 11)', async () => {
    const { app, chat, offered, activities, offer, office } = await emma(await fresh());
    const other = aChat(app, office);
    await other.signsIn('emma@example.com');
    const [silent, ticked] = [await offered(), await offered()];
    for (const id of [silent, ticked]) {
      await chat.forges({ to: 'askReasons', offer: id });
      if (id === ticked) await chat.presses('Price');
      await other.forges({ to: 'markInterested', offer: id });
      await chat.orders('home');
      expect(await offer(id)).toMatchObject({ status: 'interested', reject_reasons: [] });
    }

    expect(await activities()).toEqual([
      'verdict_rejected',
      'verdict_interested',
      'verdict_rejected',
      'verdict_interested',
    ]);
  });

  it('rejects a home whose reasons the version before asked for once they are answered, and not before (rule 10)', async () => {
    const { chat, offered, activities, offer, office } = await emma(await fresh());
    const id = await offered();
    const asked = { is: 'reasons', offer: id, reasons: [], writing: false };
    const asksAsBefore = () => office.rows('update chats set step = $1', [JSON.stringify({ v: 2, ...asked })]);

    await asksAsBefore();
    await chat.orders('home');
    expect(await offer(id)).toMatchObject({ status: 'proposed' });
    await asksAsBefore();
    expect(await chat.forges({ to: 'toggleReason', offer: id, reason: 'price' })).toContain('✗ Not interested');

    expect(await offer(id)).toMatchObject({ status: 'rejected', reject_reasons: [] });
    expect(await activities()).toEqual(['verdict_rejected']);
  });

  it('leads on by itself from one new home to the next, and ends with what was said (rule 10)', async () => {
    const { chat, offered, activities } = await emma(await fresh());
    for (const name of ['Una', 'Dos', 'Tres']) await offered({ name });

    expect(await chat.orders('home')).toContain('3 new');
    expect(await chat.presses('New properties')).toContain('🆕 New · 2 more after this one');
    const second = await chat.presses('Interested');
    expect(second).toMatch(/✓ Interested.*---.*🆕 New · 1 more after this one.*Dos/s);
    const third = await chat.presses('Not interested', 1);
    expect(third).toMatch(/✗ Not interested.*---.*🆕 New · the last one.*Una/s);
    const end = await chat.presses('Interested', 1);
    expect(end).toContain('All judged.\n✓ Interested: 2 · ✗ Not interested: 1');
    expect(chat.labels().slice(-4)).toEqual(['Request viewing', 'Say why', 'All properties', 'Home']);
    expect(await chat.presses('Say why')).toContain('Dos');
    await chat.presses('Price');
    await chat.presses('Done');

    expect(await activities()).toEqual([
      'verdict_interested',
      'verdict_rejected',
      'verdict_interested',
      'verdict_rejected',
    ]);
  });

  it('counts a series by itself, but goes on with one that was left in between', async () => {
    const { chat, offered } = await emma(await fresh());
    const judges = async (...said: readonly string[]) => {
      await chat.orders('home');
      let answer = await chat.presses('New properties');
      // On the newest card: the one that was judged before stands above it.
      for (const label of said)
        answer = await chat.presses(label, chat.labels().filter((each) => each === label).length - 1);
      return answer;
    };
    for (const name of ['Una', 'Dos']) await offered({ name });
    expect(await judges('Interested', 'Interested')).toContain('✓ Interested: 2 · ✗ Not interested: 0');

    for (const name of ['Tres', 'Cuatro', 'Cinco']) await offered({ name });
    await judges('Not interested');

    expect(await judges('Interested', 'Not interested')).toContain('✓ Interested: 1 · ✗ Not interested: 2');
  });

  it('says on WhatsApp in one message what was done and what comes next', async () => {
    const { offered, office, app } = await emma(await fresh());
    for (const name of ['Una', 'Dos']) await offered({ name });
    const phone = aChat(app, office, { channel: 'whatsapp' });
    await phone.signsIn('emma@example.com');
    await phone.writes('New properties');

    const next = await phone.presses('Interested');

    expect(next).toBe(
      '✓ Interested: “Dos”\n\n🆕 New · the last one\n€425,000 · Altea, Alicante\nUna\nVilla · 3 bed\n' +
        next.split('\n').at(-1),
    );
    expect(phone.screen()?.blocks).toHaveLength(1);
    await phone.presses('Not interested');
    await phone.presses('Say why');
    expect(await phone.writes('too dark')).toBe('Thank you. Your agent sees it.');
    expect(phone.labels()).toContain('Say why');
  });

  it('asks for the reasons on the card itself, which is the card again afterwards', async () => {
    const { chat, offered } = await emma(await fresh());
    const id = await offered();
    await chat.forges({ to: 'openCard', offer: id });

    for (const press of ['Not interested', 'Price', 'Done']) {
      await chat.presses(press);
      expect(chat.screen()).toMatchObject({ inPlace: true, blocks: [{ is: 'card', card: { offer: id } }] });
    }
  });

  it('keeps the chosen reasons on the way back from own words', async () => {
    const { chat, offered, offer } = await emma(await fresh());
    const id = await offered();
    await chat.forges({ to: 'askReasons', offer: id });
    await chat.presses('Price');

    await chat.presses('Other…');
    await chat.presses('Back');
    await chat.presses('Done');

    expect(await offer(id)).toMatchObject({ status: 'rejected', reject_reasons: ['price'] });
  });

  it.each(['Interested', 'Not interested', '☆ Favourite'])('leaves the details to be read after %s', async (label) => {
    const { chat, offered } = await emma(await fresh());
    const id = await offered({ features: { pool: true } });
    await chat.forges({ to: 'openProperty', offer: id, page: 0 });

    await chat.presses(label);

    expect(chat.screen()?.inPlace).toBe(false);
    expect(chat.screen()?.blocks[0]).toMatchObject({ is: 'card', card: { offer: id } });
  });

  it('lets a verdict change both ways until it is approved', async () => {
    const { chat, offered, activities, office, offer } = await emma(await fresh());
    const id = await offered();
    await chat.forges({ to: 'markInterested', offer: id });
    await chat.presses('Not interested');
    await chat.presses('Skip');
    await chat.presses('Interested');
    await office.rows("update deal_properties set status = 'approved' returning id");

    expect(await chat.forges({ to: 'markInterested', offer: id })).toContain('Approved by your agent');
    expect(chat.labels()).not.toContain('Interested');

    expect(await activities()).toEqual(['verdict_interested', 'verdict_rejected', 'verdict_interested']);
    expect(await offer(id)).toMatchObject({ status: 'approved' });
  });

  it('stands each visible property in exactly one of the five groups, and shows neither preselect nor what the agent rejected (rule 8)', async () => {
    const { chat, offered } = await emma(await fresh());
    const names = {
      proposed: 'One',
      pending: 'Two',
      interested: 'Three',
      rejected: 'Four',
      approved: 'Five',
      preselect: 'Hidden',
      rejected_by_agent: 'Hidden too',
    } as const;
    for (const [status, name] of Object.entries(names)) await offered({ name }, status as keyof typeof names);
    await offered({ name: 'Six' }, 'interested', { visitedAt: new Date() });

    const groups = await chat.orders('properties');
    expect(groups).toContain('To rate: 2 · New: 1\nInterested: 1\nRejected: 1\nVisited: 1\nApproved: 1');
    const shown: Record<string, string> = {};
    for (const group of ['To rate', 'Interested', 'Rejected', 'Visited', 'Approved']) {
      await chat.orders('properties');
      shown[group] = await chat.presses(group);
    }
    expect(shown['To rate']).toContain('One');
    expect(shown['To rate']).toContain('Two');
    expect(shown.Visited).toContain('Six');
    expect(Object.values(shown).join()).not.toContain('Hidden');
  });

  it('makes a property pending when its details are opened, not when its card is looked at (SPEC 3.1)', async () => {
    const { chat, offered, activities, offer } = await emma(await fresh());
    const id = await offered();
    await chat.orders('home');
    await chat.presses('New properties');
    await chat.forges({ to: 'openCard', offer: id });
    expect(await offer(id)).toMatchObject({ status: 'proposed' });

    await chat.presses('Details');
    await chat.forges({ to: 'openProperty', offer: id, page: 0 });

    expect(await offer(id)).toMatchObject({ status: 'pending' });
    expect(await activities()).toEqual(['property_opened']);
  });

  it('leaves out what is missing, and never shows street, zero or an internal field (rule 9)', async () => {
    const { chat, offered } = await emma(await fresh());
    const id = await offered({ numberOfBathrooms: 0, plotSize: null, buildedArea: 145, energyRating: null });
    const seen = `${await chat.forges({ to: 'openCard', offer: id })}\n${await chat.forges({ to: 'openProperty', offer: id, page: 0 })}`;

    expect(seen).toContain('Villa · 3 bed · 145 m²');
    expect(seen).toContain('€425,000');
    expect(seen).toContain('Altea, Alicante');
    for (const never of ['Calle', 'SECRET', '4.75', 'null', 'bathroom', 'undefined', ' 0 '])
      expect(seen).not.toContain(never);
  });

  it('answers foreign, invented and no longer visible offers all alike (rule 4)', async () => {
    const database = await fresh();
    const { chat, office, offered } = await emma(database);
    const stranger = await office.aContact({ email: 'other@example.com' });
    const foreign = await office.anOffer(await office.aDeal([stranger]), await office.aProperty());
    const elsewhere = await anOffice(database);
    const abroad = await elsewhere.anOffer(
      await elsewhere.aDeal([await elsewhere.aContact()]),
      await elsewhere.aProperty(),
    );
    const withdrawn = await offered({}, 'rejected_by_agent');
    const answers = new Set<string>();

    for (const offer of [foreign, abroad, withdrawn, newId<'offer'>()]) {
      for (const to of [
        'markInterested',
        'askReasons',
        'toggleReason',
        'finishReasons',
        'addFavourite',
        'openCard',
        'requestViewing',
        'chooseDates',
        'sendRequest',
      ] as const) {
        answers.add(await chat.forges({ to, offer, reason: 'price' } as never));
      }
      answers.add(await chat.forges({ to: 'openProperty', offer, page: 0 }));
      answers.add(await chat.forges({ to: 'showPhotos', offer, page: 0 }));
    }
    answers.add(await chat.forges(undefined));

    expect(answers.size).toBe(1);
    expect(
      await office.rows("select 1 from activities where type like 'verdict%' or type like 'favourite%'"),
    ).toHaveLength(0);
  });

  it('says what happened to a property that is gone, and lets nothing be rated or requested (rule 12)', async () => {
    const { chat, offered, activities } = await emma(await fresh());
    for (const [status, says] of [
      ['sold', 'Sold.\nIt can’t be visited any more.'],
      ['rented', 'Rented.'],
      ['cancelled', 'Withdrawn.'],
      ['off_market', 'Off the market.'],
    ] as const) {
      const id = await offered({ status });
      for (const to of ['markInterested', 'askReasons', 'requestViewing'] as const)
        expect(await chat.forges({ to, offer: id })).toContain(says);
      expect(chat.labels()).not.toContain('Interested');
    }
    expect(await activities()).toEqual([]);
  });

  it('takes a verdict on a reserved home, and lets no viewing of it be asked for', async () => {
    const { chat, offered, activities, office } = await emma(await fresh());
    const id = await offered({ status: 'reserved' });

    expect(await chat.forges({ to: 'openCard', offer: id })).toContain('Reserved. No viewings for now.');
    await chat.presses('Details');
    expect(chat.labels()).not.toContain('Request viewing');
    await chat.presses('Interested');
    for (const to of ['requestViewing', 'chooseDates', 'sendRequest'] as const)
      expect(await chat.forges({ to, offer: id })).toContain('No viewings for now');

    expect(await activities()).toEqual(['property_opened', 'verdict_interested']);
    expect(await office.rows('select 1 from meetings')).toEqual([]);
  });

  it('says for 14 days what a price fell from', async () => {
    const { chat, offered, clock } = await emma(await fresh());
    const id = await offered({ price: 425_000, formerPrice: 450_000, priceChangedAt: clock.now() });

    expect(await chat.forges({ to: 'openCard', offer: id })).toContain('€425,000 · Altea, Alicante (was €450,000)');
    clock.pass(14 * 24 * 3600_000);

    expect(await chat.forges({ to: 'openCard', offer: id })).not.toContain('(was');
  });

  it('shows a deal that is lost, but takes no verdict in it (rule 8)', async () => {
    const { chat, offered, office, activities } = await emma(await fresh());
    const id = await offered();
    await office.rows("update deals set status = 'lost' returning id");

    expect(await chat.forges({ to: 'markInterested', offer: id })).toContain('search is closed');
    expect(await activities()).toEqual([]);
  });

  it('shows nothing of a deal of type Sell (rule 8)', async () => {
    const { chat, contact, office } = await emma(await fresh());
    await office.anOffer(await office.aDeal([contact], { type: 'Sell' }), await office.aProperty());

    expect(await chat.orders('home')).toContain('Nothing here yet.');
  });

  it('keeps favourites apart from the status, marks once, and lists them across deals (rule 13)', async () => {
    const { chat, contact, offered, office, activities } = await emma(await fresh());
    const one = await offered({ name: 'First' }, 'rejected');
    const other = await office.anOffer(
      await office.aDeal([contact], { name: 'A flat in town' }),
      await office.aProperty({ name: 'Second' }),
    );
    for (const offer of [one, one, other]) await chat.forges({ to: 'addFavourite', offer });

    const list = await chat.orders('favourites');

    expect(list).toContain('First');
    expect(list).toContain('Second');
    expect(await activities()).toEqual(['favourite_added', 'favourite_added']);
    expect(await chat.presses('Second')).toContain('For: A flat in town');
    await chat.presses('★ Favourite');
    expect(await activities()).toEqual(['favourite_added', 'favourite_added', 'favourite_removed']);
  });

  it('keeps the same property apart in two deals, and names the deal', async () => {
    const { chat, contact, deal, office, offer } = await emma(await fresh());
    const property = await office.aProperty();
    const one = await office.anOffer(deal, property);
    const two = await office.anOffer(await office.aDeal([contact], { name: 'For my parents' }), property);

    expect(await chat.forges({ to: 'markInterested', offer: two })).toContain('For: For my parents');

    expect(await offer(one)).toMatchObject({ status: 'proposed' });
    expect(await offer(two)).toMatchObject({ status: 'interested' });
  });

  it('pages a long list, newest first, in one message, and every home can be reached', async () => {
    const { chat, offered } = await emma(await fresh());
    for (let n = 1; n <= 12; n += 1)
      await offered({ name: `Home ${n}.` }, 'proposed', { proposedAt: new Date(Date.UTC(2026, 10, n)) });
    await chat.orders('home');
    await chat.presses('All properties');

    const pages = [await chat.presses('To rate'), await chat.presses('More'), await chat.presses('More')];

    expect(pages[0]?.indexOf('Home 12.')).toBeLessThan(pages[0]?.indexOf('Home 11.') ?? 0);
    for (let n = 1; n <= 12; n += 1) expect(pages.join()).toContain(`Home ${n}.`);
    expect(Math.max(...pages.map((page) => page.split('---').length))).toBe(1);
    expect(chat.labels()).not.toContain('More');
    await chat.presses('Home 1.');
    expect(chat.labels()).toContain('Not interested');
  });

  it('shows on one channel what was done on the other (rule 5)', async () => {
    const { app, office, chat, offered } = await emma(await fresh());
    const other = aChat(app, office);
    await other.signsIn('emma@example.com');
    const id = await offered();

    await chat.forges({ to: 'markInterested', offer: id });

    expect(await other.forges({ to: 'openCard', offer: id })).toContain('✓ Interested');
  });

  it('shares verdict and favourite between two contacts of one deal, and names who acted (rule 24)', async () => {
    const { app, office, contact } = await emma(await fresh());
    const partner = await office.aContact({ email: 'tom@example.com', firstName: 'Tom', lastName: 'Stone' });
    const tom = aChat(app, office);
    await tom.signsIn('tom@example.com');
    const id = await office.anOffer(await office.aDeal([contact, partner]), await office.aProperty());

    await tom.forges({ to: 'markInterested', offer: id });

    expect(
      await office.rows("select contact_id, actor_name from activities where type = 'verdict_interested'"),
    ).toEqual([{ contact_id: partner, actor_name: 'Tom Stone' }]);
  });

  it('cuts a long description into pages and loses nothing', async () => {
    const { chat, offered } = await emma(await fresh());
    const sentences = Array.from(
      { length: 120 },
      (_, n) => `Sentence number ${n} of this description tells a little more.`,
    );
    const id = await offered({ description: [{ lang: 'en', title: 'Long', text: sentences.join(' ') }] });

    let all = await chat.forges({ to: 'openProperty', offer: id, page: 0 });
    while (chat.labels().includes('More')) all += await chat.presses('More');

    for (const sentence of sentences) expect(all).toContain(sentence);
  });
});
