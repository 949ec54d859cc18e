import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { createFileStore } from '#adapters/media/create-file-store.ts';
import { preparePhoto } from '#adapters/media/prepare-photo.ts';
import { aCompany, aProperty, aUser } from '#db/builders.ts';
import { crmPorts } from '#db/crm/crm-ports.ts';
import type { Database } from '#db/database.ts';
import { createRouting } from '#db/routing.ts';
import { apiKeys } from '#db/schema/schema.ts';
import { createStore } from '#db/store.ts';
import { aClock, describeOnOne, newId } from '#db/testing.ts';
import { aCrmApi, multipart } from './testing.ts';

async function aHouse(database: Database) {
  const folder = await mkdtemp(join(tmpdir(), 'media-'));
  const clock = aClock();
  const { as } = await aCrmApi({
    store: createStore(database, { clock, newId }, crmPorts),
    routing: createRouting(database),
    media: createFileStore(folder),
    preparePhoto,
    clock,
    newId,
  });
  const anOffice = async () => {
    const company = (await aCompany(database)).id;
    const user = (await aUser(database, company)).id;
    const key = `key of ${company}`;
    const hash = createHash('sha256').update(key).digest('hex');
    await database.systemScope(({ db }) =>
      db.insert(apiKeys).values({ id: newId(), companyId: company, userId: user, name: 'test', hash }),
    );
    return { ask: as(key), property: (await aProperty(database, company)).id };
  };
  const files = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((f) => f.isFile());
  return { ...(await anOffice()), anOffice, files };
}

/** Wider than high as stored, to be turned upright, with a place in its metadata. */
const aPhoto = (width = 2000, height = 1000) =>
  sharp({ create: { width, height, channels: 3, background: '#3377aa' } })
    .withExif({ IFD0: { Orientation: '6', Copyright: 'Secret Owner' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A PNG of very few bytes that says it is very large. */
function aBomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(data: Buffer): number {
  let value = ~0;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

describeOnOne('photos', (fresh) => {
  it('are stored upright, without metadata, in four sizes', async () => {
    const { ask, property } = await aHouse(await fresh());
    const photo = await aPhoto();
    const png = await sharp({ create: { width: 100, height: 50, channels: 4, background: '#ff000080' } })
      .png()
      .toBuffer();

    const stored = await ask(
      'POST',
      `/properties/${property}/photos`,
      multipart([
        { name: 'a.jpg', data: photo },
        { name: 'wrong-name.jpg', data: png },
      ]),
    );

    expect(stored.status).toBe(201);
    expect(stored.body.files).toMatchObject([
      { sort: 0, mime: 'image/jpeg' },
      { sort: 1, mime: 'image/jpeg' },
    ]);
    const sizes = { thumb: [160, 320], card: [600, 1200], full: [800, 1600], original: [1000, 2000] };
    for (const [size, [width, height]] of Object.entries(sizes)) {
      const { bytes, headers } = await ask('GET', `/media/${stored.body.files[0].id}?size=${size}`);
      const found = await sharp(bytes).metadata();
      expect([found.width, found.height]).toEqual([width, height]);
      expect([found.exif, found.icc, found.xmp, found.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(bytes.includes('Secret Owner')).toBe(false);
      expect(headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=3600' });
    }
  });

  it('may be of many megabytes', async () => {
    const { ask, property } = await aHouse(await fresh());
    const data = await sharp(randomBytes(1500 * 1500 * 3), { raw: { width: 1500, height: 1500, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toBuffer();

    const stored = await ask('POST', `/properties/${property}/photos`, multipart([{ name: 'a.png', data }]));

    expect(data.length).toBeGreaterThan(6_000_000);
    expect(stored.status).toBe(201);
  });

  it('are refused with a reason, and leave nothing behind, even where others were good', async () => {
    const { ask, property, files } = await aHouse(await fresh());
    const good = await aPhoto(300, 200);
    const gif = Buffer.from('R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    );

    for (const [name, data] of [
      ['bomb', aBomb(30_000)],
      ['cut', good.subarray(0, good.length / 2)],
      ['svg', svg],
      ['gif', gif],
      ['text', Buffer.from('<html>')],
      ['empty', Buffer.alloc(0)],
    ] as const) {
      const refused = await ask(
        'POST',
        `/properties/${property}/photos`,
        multipart([
          { name: 'good.jpg', data: good },
          { name: `${name}.jpg`, data },
        ]),
      );
      expect([name, refused.status, refused.body.errors[0].field]).toEqual([name, 422, 'photos.1']);
      expect(refused.body.errors[0].detail).toMatch(/Send|photo/);
    }
    expect((await ask('GET', `/properties/${property}`)).body.files).toEqual([]);
    expect(await files()).toEqual([]);
  });

  it('are refused where too large, not sent as photos, or for a property that is not there', async () => {
    const { ask, property, anOffice, files } = await aHouse(await fresh());
    const other = await anOffice();
    const good = await aPhoto(300, 200);
    const post = async (id: string, request: ReturnType<typeof multipart>) =>
      (await ask('POST', `/properties/${id}/photos`, request)).status;

    expect(await post(property, multipart([{ name: 'a.jpg', data: Buffer.alloc(20 * 1024 * 1024 + 1) }]))).toBe(413);
    expect(await post(property, multipart([{ field: 'image', name: 'a.jpg', data: good }]))).toBe(422);
    expect(await post(property, multipart([]))).toBe(422);
    expect(await post(property, { body: { photos: 'x' } as never, headers: {} } as never)).toBe(415);
    expect(await post(other.property, multipart([{ name: 'a.jpg', data: good }]))).toBe(404);
    expect(await files()).toEqual([]);
  });

  it('are refused as the sender’s fault where the body is cut off or not well-formed, and leave no file', async () => {
    const { ask, property, files } = await aHouse(await fresh());
    const { body, headers } = multipart([
      { name: 'a.jpg', data: await aPhoto(300, 200) },
      { name: 'b.jpg', data: await aPhoto(300, 200) },
    ]);
    const whole = Buffer.from(body as Buffer);
    const broken = [
      whole.subarray(0, -20),
      whole.subarray(0, 90),
      whole.subarray(0, 20),
      Buffer.from('--cut-here\r\nx'),
    ];

    for (const cut of [...broken, Buffer.from('\0'), Buffer.from('--cut-here\r\n\r\n\r\n--cut-here--')]) {
      const refused = await ask('POST', `/properties/${property}/photos`, { body: cut, headers: headers ?? {} });
      expect([400, 422]).toContain(refused.status);
      expect(refused.body.title).not.toBe('');
    }
    expect(await files()).toEqual([]);
  });

  it('are stored once where the request is repeated', async () => {
    const { ask, property, files } = await aHouse(await fresh());
    const { body, headers } = multipart([{ name: 'a.jpg', data: await aPhoto(300, 200) }]);
    const request = { body, headers: { ...headers, 'idempotency-key': 'photos' } };

    const first = await ask('POST', `/properties/${property}/photos`, request);
    const again = await ask('POST', `/properties/${property}/photos`, request);

    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await files()).toHaveLength(4);
  });

  it('are fetched in parts, by their tag, and by their own company only', async () => {
    const { ask, property, anOffice } = await aHouse(await fresh());
    const other = await anOffice();
    const stored = await ask(
      'POST',
      `/properties/${property}/photos`,
      multipart([{ name: 'a.jpg', data: await aPhoto(300, 200) }]),
    );
    const path = `/media/${stored.body.files[0].id}?size=thumb`;
    const whole = await ask('GET', path);
    const part = (range: string) => ask('GET', path, { headers: { range } });
    const size = whole.bytes.length;

    const first = await part('bytes=0-9');
    const last = await part('bytes=-5');
    expect([first.status, first.headers['content-range']]).toEqual([206, `bytes 0-9/${size}`]);
    expect(first.bytes).toEqual(whole.bytes.subarray(0, 10));
    expect(last.bytes).toEqual(whole.bytes.subarray(-5));
    expect((await part(`bytes=5-`)).bytes).toEqual(whole.bytes.subarray(5));
    expect((await part('lines=1-2')).status).toBe(200);
    expect(await part(`bytes=${size}-`)).toMatchObject({
      status: 416,
      headers: { 'content-range': `bytes */${size}` },
    });
    expect((await ask('GET', path, { headers: { 'if-none-match': String(whole.headers.etag) } })).status).toBe(304);
    expect((await ask('GET', `/media/${stored.body.files[0].id}?size=huge`)).status).toBe(422);
    expect((await other.ask('GET', path)).status).toBe(404);
  });

  it('are one for the company, which is its logo until another comes', async () => {
    const { ask, anOffice } = await aHouse(await fresh());
    const png = await sharp({ create: { width: 90, height: 30, channels: 4, background: '#ff000080' } })
      .png()
      .toBuffer();
    const post = (...files: Parameters<typeof multipart>[0]) =>
      ask('POST', '/company/logo', multipart(files.map((file) => ({ ...file, field: 'logo' }))));

    const set = await post({ name: 'a.png', data: png });
    const two = await post({ name: 'a.png', data: png }, { name: 'b.png', data: png });
    const film = await post({ name: 'a.png', data: Buffer.from('GIF89a') });

    expect([set.status, two.status, film.status]).toEqual([201, 422, 422]);
    const { logo } = (await ask('GET', '/company')).body;
    expect(logo).toBe(set.body.logo);
    expect((await ask('GET', `/media/${logo}?size=card`)).headers['content-type']).toBe('image/png');
    expect((await (await anOffice()).ask('GET', `/media/${logo}`)).status).toBe(404);
    expect((await ask('DELETE', '/company/logo')).status).toBe(204);
    expect((await ask('GET', '/company')).body.logo).toBeNull();
  });
});
