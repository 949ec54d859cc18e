import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenFeed, type FeedItem } from '#core/imports/feed.ts';
import { readKyero } from './read-kyero.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<root>\n<kyero><feed_version>3</feed_version></kyero>\n';
const VILLA = `<property>
  <id>9</id><date>2026-01-02 10:00:00</date><ref>V-7</ref>
  <price>495000</price><currency>EUR</currency><price_freq>sale</price_freq><new_build>1</new_build>
  <type>Villa</type><town>Jávea</town><province>Alicante</province><country>spain</country><postcode>03730</postcode>
  <location><latitude>38.7</latitude><longitude>0.16</longitude></location><location_detail>Cap Martí</location_detail>
  <beds>4</beds><baths>3</baths><pool>1</pool>
  <surface_area><built>210</built><plot>1050</plot></surface_area>
  <energy_rating><consumption>d</consumption><emissions>X</emissions></energy_rating>
  <catastral>1234A</catastral><virtual_tour_url>https://tours.test/7</virtual_tour_url>
  <desc><en><![CDATA[<p>Bright &amp; quiet.</p><p>Sea view</p>]]></en><nl>Licht &amp;amp; rustig</nl></desc>
  <features><feature>Sea View</feature><feature>Garage</feature></features>
  <images>
    <image id="2"><url>https://photos.test/b.jpg?x=1&amp;y=2</url></image>
    <image id="1"><url>https://photos.test/a.jpg</url></image>
    <image id="3"><url>ftp://photos.test/c.jpg</url></image>
  </images>
</property>
`;

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(feed: string | Uint8Array, size = 7): Promise<{ items: FeedItem[]; broken?: BrokenFeed }> {
  const items: FeedItem[] = [];
  try {
    for await (const item of readKyero(inPieces(Buffer.from(feed), size))) items.push(item);
    return { items };
  } catch (error) {
    if (error instanceof BrokenFeed) return { items, broken: error };
    throw error;
  }
}
const feedOf = (...listings: readonly string[]) => `${HEAD}${listings.join('')}</root>`;

describe('a feed of Kyero', () => {
  it('is read as homes, however it is cut into pieces', async () => {
    for (const size of [1, 3, 64, 100_000]) {
      const { items, broken } = await read(feedOf(VILLA), size);

      expect(broken).toBe(undefined);
      expect(items).toEqual([
        {
          is: 'home',
          line: 4,
          home: {
            ...{ reference: 'V-7', name: 'Villa, Jávea', status: 'active', type: 'villa', transaction: 'for_sale' },
            ...{ price: 495_000, currency: 'EUR', number_of_bedrooms: 4, number_of_bathrooms: 3 },
            ...{ builded_area: 210, useful_area: null, plot_size: 1050 },
            energy_rating: { consumption: 'D', emissions: null },
            description: [
              { lang: 'en', text: 'Bright & quiet.\n\nSea view' },
              { lang: 'nl', text: 'Licht & rustig' },
            ],
            address: {
              ...{ address_line_2: 'Cap Martí', city: 'Jávea', state: 'Alicante', zip_code: '03730', country: 'spain' },
            },
            location: { type: 'Point', coordinates: [0.16, 38.7] },
            features: { pool: true, new_construction: true, sea_view: true, garage: true },
            virtual_tour_url: 'https://tours.test/7',
            cadastral_reference: '1234A',
          },
          photos: ['https://photos.test/a.jpg', 'https://photos.test/b.jpg?x=1&y=2'],
        },
      ]);
    }
  });

  it('is read in the encoding that it says', async () => {
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>\n<root>${VILLA}</root>`;
    const [item] = (await read(Buffer.from(latin, 'latin1'))).items;
    expect(item).toMatchObject({ home: { name: 'Villa, Jávea' } });
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`<root>${VILLA}</root>`, 'utf16le')]);
    expect((await read(wide)).items).toMatchObject([{ home: { name: 'Villa, Jávea' } }]);
    expect((await read(HEAD.replace('UTF-8', 'klingon'))).broken).toMatchObject({
      line: 1,
      message: 'the encoding klingon is not known',
    });
  });

  it('has the price of a rent, and knows nothing of a place at 0, 0', async () => {
    const rent = VILLA.replace('>sale<', '>month<').replace('38.7', '0').replace('0.16', '0.0');

    expect((await read(feedOf(rent))).items).toMatchObject([{ home: { transaction: 'for_rent', location: null } }]);
  });

  it.each([
    ['<status>Sold</status>', 'sold'],
    ['<sold>1</sold>', 'sold'],
    ['<status>rented</status>', 'rented'],
    ['<status>available</status>', 'active'],
  ])('with %s is %s', async (said, status) => {
    const { items } = await read(feedOf(VILLA.replace('<beds>', `${said}<beds>`)));

    expect(items).toMatchObject([{ home: { status } }]);
  });

  it('tells of each listing that can’t be taken where it stands and why, and goes on', async () => {
    const bad = '<property>\n<price>many</price>\n<beds>-1</beds><price_freq>barter</price_freq>\n</property>\n';

    const { items } = await read(feedOf(bad, VILLA));

    expect(items).toMatchObject([
      {
        is: 'refused',
        line: 4,
        reference: undefined,
        errors: [
          { field: 'ref', detail: 'is missing: a home is known again by it' },
          { field: 'price', detail: 'must be a number from 0 to 1000000000000, not “many”' },
          { field: 'type', detail: 'is missing' },
          { field: 'price_freq', detail: 'must be sale, month, week, day, year, not “barter”' },
          { field: 'beds', detail: 'must be a number from 0 to 10000, not “-1”' },
        ],
      },
      { is: 'home', line: 8 },
    ]);
  });

  it('hands on what came before the line from which it can’t be read', async () => {
    const { items, broken } = await read(`${HEAD}${VILLA}<property><ref>x</property></root>`);

    expect(items).toHaveLength(1);
    expect(broken).toMatchObject({ line: 21, message: 'unexpected close tag.' });
    expect((await read(`${HEAD}${VILLA}`)).broken).toMatchObject({ message: expect.stringContaining('unclosed') });
    expect((await read('')).broken).toBeInstanceOf(BrokenFeed);
    expect((await read('<rss><channel/></rss>')).broken?.message).toBe('the feed begins with <rss>, not with <root>');
    expect((await read('{"json":true}')).broken).toBeInstanceOf(BrokenFeed);
  });

  it('names no entities of its own, so that a few lines can’t become a thousand million', async () => {
    const bomb =
      '<!DOCTYPE root [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\n<root><property><ref>&b;</ref></property></root>';
    expect((await read(bomb)).broken?.message).toBe('a feed has no document type');
    const outside = '<!DOCTYPE root SYSTEM "file:///etc/passwd"><root/>';
    expect((await read(outside)).broken?.message).toBe('a feed has no document type');
  });

  it('ends where one listing has no end', async () => {
    async function* endless() {
      yield Buffer.from(`${HEAD}<property><desc><en>`);
      for (;;) yield Buffer.alloc(64 * 1024, 'x');
    }
    await expect(Array.fromAsync(readKyero(endless()))).rejects.toThrow('the listing is larger than any real one');
  });

  it('is asked for no more than is taken', async () => {
    let given = 0;
    async function* pieces() {
      yield Buffer.from(HEAD);
      for (;;) {
        given += 1;
        yield Buffer.from(VILLA);
      }
    }
    const items = readKyero(pieces())[Symbol.asyncIterator]();
    for (let taken = 0; taken < 5; taken += 1) await items.next();

    expect(given).toBeLessThanOrEqual(6);
  });

  it('reads anything between the tags without failing', async () => {
    const escaped = (text: string) => text.replace(/[&<>]/g, ' ').replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        async (text, size) => {
          const listing = VILLA.replace('Jávea', escaped(text)).replace('Sea View', escaped(text));
          const { items, broken } = await read(feedOf(listing), size);
          expect(broken).toBe(undefined);
          expect(items).toHaveLength(1);
        },
      ),
      { numRuns: 50 },
    );
  });
});
