import { createServer } from 'node:http';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { freePort } from '#bots/testing/a-server.ts';
import { anOffice, type Body, type Office, type On } from './an-office.ts';

/** A web site with photos; `/gone.jpg` is none of them, `/moved.jpg` is at `/a.jpg` now, and `/inside.jpg` leads where nobody may go. */
async function aSite() {
  const port = await freePort();
  const asked: string[] = [];
  const photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#3a6ea5' } })
    .jpeg()
    .toBuffer();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (!request.headers['user-agent']) response.writeHead(403).end();
    else if (path === '/gone.jpg') response.writeHead(404).end();
    else if (path === '/page.jpg') response.writeHead(200).end('<html></html>');
    else if (path === '/moved.jpg') response.writeHead(302, { location: '/a.jpg' }).end();
    else if (path === '/inside.jpg') response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    else response.writeHead(200, { 'content-type': 'image/jpeg' }).end(photo);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const host = `127.0.0.1:${port}`;
  return { host, asked, url: (name: string) => `http://${host}/${name}` };
}

const listing = (ref: string, more = '', photos: readonly string[] = []) => `<property>
  <ref>${ref}</ref><price>100000</price><type>villa</type><town>Altea</town>${more}
  <images>${photos.map((url, index) => `<image id="${index + 1}"><url>${url}</url></image>`).join('')}</images>
</property>
`;
const feedOf = (...listings: readonly string[]) => `<root>\n${listings.join('')}</root>`;

async function takes(office: Office, feed: string, more: { readonly query?: string; readonly key?: string } = {}) {
  const answer = await fetch(`${office.url}/api/v1/import/properties${more.query ?? ''}`, {
    method: 'POST',
    headers: {
      'x-api-key': office.made.api_key,
      'content-type': 'application/xml',
      ...(more.key ? { 'idempotency-key': more.key } : {}),
    },
    body: feed,
  });
  return { status: answer.status, body: (await answer.json()) as Body };
}

const homes = async ({ api }: Office): Promise<readonly Body[]> =>
  (await api('GET', '/properties?limit=200')).body.items.toReversed();

describe.each(['Postgres', 'PGlite'] as const satisfies readonly On[])('a feed of listings, on %s', (on) => {
  it('adds homes, changes what is different, takes what is gone off the market, and does nothing twice', async () => {
    const office = await anOffice({ on });
    await office.aProperty('Casa Propia', { reference: 'own' }, 0);

    const first = await takes(office, feedOf(listing('A'), listing('B'), listing('own')));
    expect(first).toMatchObject({ status: 200, body: { state: 'done', added: 2, changed: 1, closed: 0, refused: 0 } });
    expect(await takes(office, feedOf(listing('A'), listing('B'), listing('own')))).toMatchObject({
      body: { read: 3, added: 0, changed: 0, unchanged: 3, photos: 0 },
    });
    const next = feedOf(listing('A', '<beds>3</beds>'), listing('own'), listing('C', '<status>sold</status>'));
    expect(await takes(office, next, { query: '?dry_run=true' })).toMatchObject({
      body: { dry_run: true, added: 1, changed: 1, unchanged: 1, closed: 1 },
    });
    expect(await homes(office)).toHaveLength(3);
    expect(await takes(office, next)).toMatchObject({ body: { added: 1, changed: 1, unchanged: 1, closed: 1 } });

    expect(
      (await homes(office)).map(({ reference, status, number_of_bedrooms }) => [reference, status, number_of_bedrooms]),
    ).toEqual([
      ['own', 'active', null],
      ['A', 'active', 3],
      ['B', 'off_market', null],
      ['C', 'sold', null],
    ]);
    const [newest] = (await office.api('GET', '/imports')).body.items;
    expect((await office.api('GET', `/imports/${newest.id}`)).body).toEqual(newest);
  });

  it('leaves a home reserved that the office says is, until the feed says that it went', async () => {
    const office = await anOffice({ on });
    await takes(office, feedOf(listing('A'), listing('B')));
    for (const { id } of await homes(office)) await office.api('PATCH', `/properties/${id}`, { status: 'reserved' });
    const states = async () => (await homes(office)).map(({ reference, status }) => [reference, status]);

    expect(await takes(office, feedOf(listing('A'), listing('B')))).toMatchObject({ body: { unchanged: 2 } });
    await takes(office, feedOf(listing('A', '<beds>3</beds>'), listing('B')));
    expect(await states()).toEqual([
      ['A', 'reserved'],
      ['B', 'reserved'],
    ]);
    await takes(office, feedOf(listing('A', '<sold>1</sold>')));

    expect(await states()).toEqual([
      ['A', 'sold'],
      ['B', 'off_market'],
    ]);
  });

  it('brings old cards up to date where a home is gone', async () => {
    const office = await anOffice({ on });
    await takes(office, feedOf(listing('A'), listing('B')));
    const [home] = await homes(office);
    const carla = await office.aClient('Carla');
    await office.offers(carla.deal, home?.id);
    const phone = office.phone('Carla');
    await office.signsIn(phone, carla.email);
    const card = (await phone.taps('New properties')).came.at(-1);

    await takes(office, feedOf(listing('B'), listing('A', '<sold>1</sold>')));

    await vi.waitUntil(() => phone.all().find(({ id, text }) => id === card?.id && text !== card?.text), {
      timeout: 10_000,
    });
  });

  it('fetches the photos of a feed in their order, from public addresses alone', async () => {
    const site = await aSite();
    const office = await anOffice({ on, more: { EGRESS_ALLOW: site.host } });
    const files = async (): Promise<readonly Body[]> => (await homes(office))[0]?.files ?? [];
    const photos = ['b.jpg', 'moved.jpg', 'gone.jpg', 'page.jpg', 'inside.jpg'].map(site.url);

    const { body } = await takes(office, feedOf(listing('A', '', [...photos, 'http://127.0.0.1:9/x.jpg'])));
    expect(body).toMatchObject({ photos: 6 });
    await vi.waitUntil(async () => (await files()).length === 2 && site.asked.length >= 6, { timeout: 15_000 });
    const before = await files();

    // Turned round, one left out, one more; what the office adds stays behind.
    await takes(office, feedOf(listing('A', '', ['c.jpg', 'moved.jpg'].map(site.url))));
    await vi.waitUntil(async () => (await files()).length === 2 && site.asked.includes('/c.jpg'), { timeout: 15_000 });
    const after = await files();
    expect(after.map(({ sort }) => sort)).toEqual([0, 1]);
    expect(after[1]?.id).toBe(before.find(({ sort }) => sort === 1)?.id);
    await office.product().tick();
    const gone = before.find(({ sort }) => sort === 0);
    expect((await office.api('GET', '/company')).status).toBe(200);
    expect(
      (await fetch(`${office.url}/api/v1/media/${gone?.id}`, { headers: { 'x-api-key': office.made.api_key } })).status,
    ).toBe(404);
  });

  it('is read to where it breaks, and says so; nothing is closed for it', async () => {
    const office = await anOffice({ on });
    await takes(office, feedOf(listing('A'), listing('B')));

    const cut = feedOf(listing('A', '<beds>2</beds>'), listing('B')).slice(0, -30);
    expect(await takes(office, cut)).toMatchObject({
      status: 200,
      body: {
        ...{ state: 'broken', changed: 1, closed: 0 },
        refusals: [{ line: expect.any(Number), field: 'feed', detail: expect.stringContaining('unclosed') }],
      },
    });
    expect((await homes(office)).map(({ status }) => status)).toEqual(['active', 'active']);
    expect(
      await takes(office, feedOf(listing('A'), listing('A'), '<property>\n<ref>X</ref></property>')),
    ).toMatchObject({
      body: {
        refused: 2,
        refusals: [
          { line: 6, reference: 'A', field: 'ref', detail: 'stands in the feed twice, first on line 2' },
          { line: 10, reference: 'X', field: 'price', detail: 'is missing' },
          { line: 10, reference: 'X', field: 'type', detail: 'is missing' },
        ],
      },
    });
  });

  it('closes nothing where more than half of what it had is gone', async () => {
    const office = await anOffice({ on });
    const all = Array.from({ length: 30 }, (_, index) => listing(`R${index}`));
    await takes(office, feedOf(...all));

    expect(await takes(office, feedOf(...all.slice(0, 10)))).toMatchObject({ body: { closed: 0, not_closed: 20 } });
    expect((await homes(office)).filter(({ status }) => status === 'active')).toHaveLength(30);
    expect(await takes(office, feedOf(...all.slice(0, 20)))).toMatchObject({ body: { closed: 10, not_closed: 0 } });
  });

  it('is XML, is answered once a key, and shows words as words', async () => {
    const office = await anOffice({ on });
    const evil = listing('A', '<title><en>&lt;script&gt;alert(1)&lt;/script&gt;Casa</en></title>');
    const [one, again] = [
      await takes(office, feedOf(evil), { key: 'k1' }),
      await takes(office, feedOf(evil), { key: 'k1' }),
    ];
    expect(again.body).toEqual(one.body);
    expect((await takes(office, feedOf(listing('B')), { key: 'k1' })).status).toBe(422);
    expect((await homes(office))[0]).toMatchObject({ name: 'Casa' });
    expect((await office.api('POST', '/import/properties', { json: true })).status).toBe(415);
    expect((await office.api('POST', '/import/properties')).status).toBe(415);
  });
});
