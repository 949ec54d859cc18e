import sharp from 'sharp';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { anOffice, type Body, makeCompany, type Office } from '#bots/acceptance/an-office.ts';
import { aUser, signedIn, theAdmin, type User } from './a-user.ts';
import { plain, type Visitor } from './a-visitor.ts';
import { saidOn, uploads } from './an-upload.ts';

const photo = async (shade: number) =>
  new Uint8Array(
    await sharp({ create: { width: 90, height: 60, channels: 3, background: { r: shade, g: 80, b: 90 } } })
      .jpeg()
      .toBuffer(),
  );
const listing = (ref: string, price: string) =>
  `<property>\n<ref>${ref}</ref><price>${price}</price><type>villa</type><town>Altea</town>\n</property>\n`;
const KYERO = '/crm/properties/import';

describe('the homes of the office at the desk', () => {
  let office: Office;
  let daniel: User;
  let desk: Visitor;
  beforeAll(async () => {
    office = await anOffice();
    daniel = await aUser(office, 'Daniel');
    desk = await signedIn(office, daniel);
  });
  const record = async (id: string): Promise<Body> => (await office.api('GET', `/properties/${id}`)).body;
  const read = async (path: string) => plain((await desk.get(path)).text);

  it('are listed with what came of them, found by name, place and reference, and told apart by state', async () => {
    const villa = await office.aProperty('Villa <b>Ñandú</b>', { reference: 'CV-77', price: 512_000 });
    const flat = await office.aProperty(
      'Piso Céntrico',
      { transaction: 'for_rent', price: 900, status: 'rented', address: { city: 'Dénia' } },
      0,
    );
    const emma = await office.aClient('Emma');
    await office.offers(emma.deal, villa);

    const all = await desk.get('/crm/properties');
    expect(all.text).toContain(`<tr id="${villa}">`);
    expect(all.text).not.toContain('<b>Ñandú</b>');
    expect(plain(all.text)).toMatch(/Villa <b>Ñandú<\/b> Altea · CV-77 · T-\w+ €512,000 Active Active 1 \/ 0/);
    for (const q of ['ñandú', 'cv-77', 'VILLA']) {
      const found = await desk.get(`/crm/properties?${new URLSearchParams({ q })}`);
      expect([q, found.text.includes(villa), found.text.includes(flat)]).toEqual([q, true, false]);
    }
    const rented = (await desk.get('/crm/properties?part=list&status=rented&transaction=for_rent&q=D%C3%A9nia')).text;
    expect([rented.includes(flat), rented.includes(villa)]).toEqual([true, false]);
    expect(plain(rented)).toContain('€900 a month');
    expect(await read('/crm/properties?q=%25')).toContain('Nothing fits.');
  });

  it('are nowhere for another office, nor are invented ones', async () => {
    const id = await office.aProperty('Casa Nuestra', {}, 1);
    const other = await makeCompany(office.env, 'otra');
    const stranger = await signedIn(office, other.admin);
    const [file] = (await record(id)).files;
    const paths = ['', '/photos', '/facts', '/viewings', '/internal', '/price', '/mark/sold', '/offer'];
    for (const path of paths) expect((await stranger.get(`/crm/properties/${id}${path}`)).status).toBe(404);
    expect((await stranger.get(`/crm/media/${file.id}?size=thumb`)).status).toBe(404);
    expect((await desk.get(`/crm/media/${file.id}?size=thumb`)).status).toBe(200);
    const own = await stranger.get('/crm/properties/new');
    const mine = await desk.get(`/crm/properties/${id}/price`);
    const stolen = await stranger.posts(`/crm/properties/${id}/price`, {
      csrf: /name="csrf" value="([^"]+)"/.exec(own.text)?.[1] ?? '',
      price: '1',
    });
    expect(stolen.status).toBe(303);
    expect(mine.status).toBe(200);
    expect((await record(id)).price).toBe(425_000);
    expect((await desk.get('/crm/properties/not-an-id')).status).toBe(404);
  });

  it('are added with what each has, and say what is missing', async () => {
    const page = await desk.get('/crm/properties/new');
    const lacking = await desk.sends(page.text, '/crm/properties/new', { name: ' ', type: 'villa', price: 'cheap' });
    expect(lacking.status).toBe(422);
    expect(plain(lacking.text)).toContain('2 things to mend');
    expect(plain(lacking.text)).toContain('Write a number.');
    const fields = { name: 'Casa Alta', type: 'villa', transaction: 'for_sale', price: '€ 425.000,50', city: 'Altea' };
    const added = await desk.sends(page.text, '/crm/properties/new', fields);
    expect(added.to).toMatch(/^\/crm\/properties\/[0-9a-f-]{36}\/photos$/);
    const id = added.to?.split('/')[3] ?? '';
    expect(await record(id)).toMatchObject({
      name: 'Casa Alta',
      price: 425_000.5,
      currency: 'EUR',
      address: { city: 'Altea' },
    });
  });

  it('change their price and are sold; who has one on a card sees it there', async () => {
    const id = await office.aProperty('Casa Vendida');
    const emma = await office.aClient('Emma');
    const phone = office.phone('Emma');
    await office.signsIn(phone, emma.email);
    await phone.does(() => office.offers(emma.deal, id));
    const path = `/crm/properties/${id}`;

    const price = await desk.get(`${path}/price?from=${path}`);
    expect(plain(price.text)).toContain('It is €425,000 now.');
    const changed = await desk.sends(price.text, `${path}/price`, { price: '399,000' });
    expect([changed.status, changed.to]).toEqual([303, path]);
    expect(saidOn((await desk.get(path)).text)).toContain('The price is €399,000.');

    const mark = await desk.get(`${path}/mark/sold?from=${path}`);
    expect(plain(mark.text)).toContain('1 client has it among their homes; their card shows it at once.');
    await phone.does(() => desk.sends(mark.text, `${path}/mark/sold`));
    expect(await record(id)).toMatchObject({ price: 399_000, status: 'sold' });
    expect(await read(path)).toMatch(/Sold .*Put back on the market/);
    await desk.sends((await desk.get(`${path}/mark/active?from=${path}`)).text, `${path}/mark/active`);
    expect((await record(id)).status).toBe('active');
  });

  it('are reserved and say what their price fell from, on the page and on the card that a client has', async () => {
    const id = await office.aProperty('Casa Reservada', { price: 450_000 });
    const emma = await office.aClient('Emma');
    const phone = office.phone('Emma');
    await office.signsIn(phone, emma.email);
    await phone.does(() => office.offers(emma.deal, id));
    const path = `/crm/properties/${id}`;

    const price = await desk.get(`${path}/price?from=${path}`);
    const fallen = await phone.does(() => desk.sends(price.text, `${path}/price`, { price: '425,000' }));
    expect(fallen.text).toContain('(was €450,000)');
    expect(await read(path)).toContain('€425,000 (was €450,000)');
    expect(await read(`/crm/deals/${emma.deal}`)).toContain('€425,000 (was €450,000)');

    const mark = await desk.get(`${path}/mark/reserved?from=${path}`);
    expect(plain(mark.text)).toContain('viewings that are agreed stay');
    const reserved = await phone.does(() => desk.sends(mark.text, `${path}/mark/reserved`));
    expect(reserved.text).toContain('Reserved. No viewings for now.');
    expect(await record(id)).toMatchObject({ status: 'reserved', former_price: 450_000 });
    expect(await read(path)).not.toContain('Offer to a deal');
    expect((await desk.get('/crm/properties?status=reserved')).text).toContain(id);
    const { status } = await office.api('PUT', `/deals/${(await office.aClient('Jan')).deal}/properties/${id}`, {
      status: 'proposed',
    });
    expect(status).toBe(409);

    const rise = await desk.get(`${path}/price?from=${path}`);
    const risen = await phone.does(() => desk.sends(rise.text, `${path}/price`, { price: '460,000' }));
    expect(risen.text).toContain('€460,000');
    expect(risen.text).not.toContain('(was');
  });

  it('are offered in a deal from their own page', async () => {
    const id = await office.aProperty('Casa Ofrecida');
    const emma = await office.aClient('Emma');
    const path = `/crm/properties/${id}`;
    const page = await desk.get(`${path}/offer?from=${path}`);
    await desk.sends(page.text, `${path}/offer`, { deal: emma.deal, how: 'now' });
    expect(saidOn((await desk.get(path)).text)).toContain('Casa Ofrecida is offered.');
    expect(await read(path)).toContain('1 client offered');
    const { items } = (await office.api('GET', `/deals/${emma.deal}/properties`)).body;
    expect(items).toMatchObject([{ property_id: id, status: 'proposed' }]);
  });

  it('take photos together with what is none, in an order and with titles', async () => {
    const id = await office.aProperty('Casa Fotos', {}, 0);
    const path = `/crm/properties/${id}/photos`;
    const { text } = await desk.get(path);
    const files = [
      { name: 'a.jpg', bytes: await photo(10) },
      { name: 'no <i>photo.jpg', bytes: 'not a photo' },
      { name: 'b.jpg', bytes: await photo(200) },
    ];
    const sent = await uploads(office.url, desk, text, { action: path, field: 'photos', files });
    expect([sent.status, sent.to]).toEqual([303, path]);
    const page = (await desk.get(path)).text;
    expect(saidOn(page)).toContain('2 photos stored. no <i>photo.jpg is no photo that can be read here.');
    expect(page).not.toContain('<i>photo');
    const [first, second] = (await record(id)).files;
    expect((await desk.get(`/crm/media/${first.id}?size=thumb`)).headers.get('content-type')).toBe('image/jpeg');

    await desk.sends(page, `${path}/${second.id}/place`, { place: '0' });
    await desk.sends(page, `${path}/${second.id}/title`, { title: 'The terrace' });
    expect((await record(id)).files).toMatchObject([{ id: second.id, title: 'The terrace' }, { id: first.id }]);

    const again = await uploads(office.url, desk, text, { action: path, field: 'photos', files });
    expect(again.status).toBe(303);
    expect((await record(id)).files).toHaveLength(2);

    const remove = await desk.get(`${path}/${first.id}/remove?from=${path}`);
    await desk.sends(remove.text, `${path}/${first.id}/remove`);
    expect((await record(id)).files.map(({ id: file }: Body) => file)).toEqual([second.id]);

    const byApi = await office.api('PATCH', `/properties/${id}/photos/${second.id}`, { title: null, place: 7 });
    expect(byApi).toMatchObject({ status: 200, body: { files: [{ id: second.id, title: null }] } });
    expect((await office.api('DELETE', `/properties/${id}/photos/${first.id}`)).status).toBe(404);

    const none = await uploads(office.url, desk, page, { action: path, field: 'photos', files: [] });
    expect(none.status).toBe(303);
    expect(saidOn((await desk.get(path)).text)).toContain('Not done: Choose a photo first.');
  });

  it('take no photo from another site, nor without the page’s own proof', async () => {
    const id = await office.aProperty('Casa Segura', {}, 0);
    const path = `/crm/properties/${id}/photos`;
    const { text } = await desk.get(path);
    const files = [{ name: 'a.jpg', bytes: await photo(10) }];
    const about = { action: path, field: 'photos', files };
    const foreign = await uploads(office.url, desk, text, { ...about, headers: { 'sec-fetch-site': 'cross-site' } });
    const forged = await uploads(office.url, desk, text, { ...about, fields: { csrf: 'x' } });
    expect([foreign.status, forged.status]).toEqual([403, 403]);
    expect((await record(id)).files).toEqual([]);
  });

  it('keep their facts, texts and what is internal; what is wrong changes nothing', async () => {
    const id = await office.aProperty('Casa Datos', { features: { sea_view: true, own_key: true } }, 0);
    const path = `/crm/properties/${id}`;
    const { text } = await desk.get(`${path}/facts`);
    const facts = {
      name: 'Casa Datos',
      type: 'villa',
      transaction: 'for_sale',
      builded_area: '1.250',
      street: 'Calle 1',
    };
    const wrong = await desk.sends(text, `${path}/facts`, { ...facts, number_of_bedrooms: '2.5', location: 'north' });
    expect(wrong.status).toBe(422);
    expect(plain(wrong.text)).toContain('Write a whole number.');
    expect((await record(id)).builded_area).toBeNull();

    const right = { ...facts, location: '38.5989, -0.0514', consumption: 'C', features: 'own_key' };
    expect((await desk.sends(text, `${path}/facts`, right)).status).toBe(303);
    expect(await record(id)).toMatchObject({
      builded_area: 1250,
      location: { coordinates: [-0.0514, 38.5989] },
      energy_rating: { consumption: 'C', emissions: null },
      features: { sea_view: false, own_key: true },
    });

    await desk.sends((await desk.get(`${path}/facts`)).text, `${path}/texts`, {
      lang: 'nl',
      title: 'Huis',
      text: 'Zeezicht <3',
    });
    await desk.sends((await desk.get(`${path}/facts`)).text, `${path}/texts`, { lang: 'en', text: 'Sea view' });
    await desk.sends((await desk.get(`${path}/facts`)).text, `${path}/texts`, {
      lang: 'nl',
      title: 'Huis aan zee',
      text: 'Zeezicht <3',
    });
    expect((await record(id)).description).toEqual([
      { lang: 'nl', title: 'Huis aan zee', text: 'Zeezicht <3' },
      { lang: 'en', text: 'Sea view' },
    ]);

    const internal = await desk.get(`${path}/internal`);
    await desk.sends(internal.text, `${path}/internal`, { owner: 'Sra. Vidal', commission_percentage: '3,5' });
    expect(await record(id)).toMatchObject({ owner: 'Sra. Vidal', commission_percentage: 3.5, owner_net_price: null });
  });

  it('come by a feed: first only tried, then taken, with the lines that could not be', async () => {
    const admin = await signedIn(office, theAdmin(office));
    expect((await desk.get(KYERO)).status).toBe(404);
    const { text } = await admin.get(KYERO);
    const feed = `<root>\n${listing('F-1', '100000')}${listing('F-2', 'cheap')}${listing('F-3', '300000')}</root>`;
    const send = (page: string, fields: Readonly<Record<string, string>> = {}) =>
      uploads(office.url, admin, page, {
        action: KYERO,
        field: 'feed',
        files: [{ name: 'kyero.xml', bytes: feed }],
        fields,
      });
    const done = async (many: number) => {
      await vi.waitUntil(
        async () => (plain((await admin.get(`${KYERO}?part=imports`)).text).match(/Done/g) ?? []).length === many,
        { timeout: 15_000, interval: 50 },
      );
      return plain((await admin.get(`${KYERO}?part=imports`)).text);
    };

    expect((await send(text, { trial: 'yes' })).to).toBe(KYERO);
    expect(await done(1)).toMatch(/Done Only tried .* 3 read 2 new .* 1 not taken 1 line that could not be taken/);
    expect(await read('/crm/properties?q=F-1')).toContain('Nothing fits.');

    await send((await admin.get(KYERO)).text);
    expect(await done(2)).toMatch(/Line Reference Field What is wrong 5 F-2 price /);
    expect(await read('/crm/properties?q=F-1')).toContain('€100,000');

    const none = await uploads(office.url, admin, (await admin.get(KYERO)).text, {
      action: KYERO,
      field: 'feed',
      files: [],
    });
    expect(none.status).toBe(303);
    expect(saidOn((await admin.get(KYERO)).text)).toContain('Not done: Choose a file first.');
  });
});
