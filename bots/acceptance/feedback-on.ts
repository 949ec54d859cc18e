import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { aRecording } from '#adapters/media/a-recording.ts';
import { GATHERING } from '#core/chat/owed.ts';
import { anOffice, type Body, type Client, dayIn, HARDLY, type Office } from './an-office.ts';
import { anOfficeOnTeams, signsInInTeams } from './on-teams.ts';
import { anOfficeOnWhatsApp, signsInOnWhatsApp } from './on-whatsapp.ts';
import { anOfficeOnWhatsAppWeb, signsInByNumbers } from './on-whatsapp-web.ts';

/** What the client of any channel can do here. */
type Hand = {
  signsIn(client: Client): Promise<void>;
  presses(label: string): Promise<unknown>;
  writes(words: string): Promise<unknown>;
  /** Of the person's newest message. */
  edits(words: string): unknown;
  photo(bytes: Buffer, caption?: string): unknown;
  /** Of the photo sent last. */
  editsCaption(words: string): unknown;
  photos(all: readonly Buffer[]): unknown;
  voice(bytes: Buffer): unknown;
  /** As a file, of a type that is missing or wrong. */
  document(bytes: Buffer, name: string): unknown;
  /** Several such, sent as one where the platform knows that. */
  documents(all: readonly Buffer[], name: string): unknown;
  /** A photo that the platform no longer has. */
  lostPhoto(): unknown;
  /** Pictures that are where no bot gets anything from, where the platform knows such. */
  readonly foreignPictures?: readonly (() => unknown)[];
  says(): readonly string[];
};

/** Ids of updates that no platform gave. */
let update = 900_000;

/** Writes, and keeps in mind which message that was. */
function writing<Answer>(
  writes: (words: string) => Promise<Answer>,
  messages: () => readonly { readonly id: string; readonly text: string; readonly from: string }[],
) {
  let written = '';
  return {
    written: () => written,
    writes: async (words: string) => {
      const answer = await writes(words);
      written = messages().findLast(({ from, text }) => from === 'person' && text === words)?.id ?? '';
      return answer;
    },
  };
}

type ChannelOffice = Office & { readonly newHand: () => Hand };

const CHANNELS = {
  Telegram: async () => {
    const office = await anOffice();
    const newHand = (): Hand => {
      const phone = office.phone('Carla');
      const { person } = phone;
      const chat = { id: person.id, type: 'private', first_name: 'Carla' };
      const hand: Hand = {
        signsIn: ({ email }) => office.signsIn(phone, email),
        presses: (label) => phone.taps(label),
        writes: phone.writes,
        edits: (words) => {
          const own = person
            .chat()
            .messages()
            .findLast(({ from }) => from === 'person');
          if (own) person.edits(own.id, words);
        },
        photo: (bytes, caption) => person.sendsPhoto(bytes, caption ? { caption } : {}),
        editsCaption: (words) => hand.edits(words),
        photos: (all) => person.sendsAlbum(all.map((bytes) => ({ bytes }))),
        voice: (bytes) => person.sendsVoice(bytes),
        document: (bytes, name) => person.sendsDocument(bytes, { name }),
        documents: (all, name) => all.map((bytes) => person.sendsDocument(bytes, { name, albumId: `${all.length}` })),
        lostPhoto: () => {
          update += 1;
          const photo = [{ file_id: 'gone', file_unique_id: 'g', width: 9, height: 9 }];
          const message = { message_id: update, date: 1, chat, from: { ...chat, is_bot: false }, photo };
          return office.post({ update_id: update, message });
        },
        says: () => phone.all().map(({ text }) => text),
      };
      return hand;
    };
    return { ...office, newHand };
  },
  Teams: async () => {
    const office = await anOfficeOnTeams();
    const newHand = (): Hand => {
      const phone = office.phoneOf('Carla');
      const { person } = phone;
      const gone = `${office.standIn.serviceUrl}v3/attachments/gone/views/original`;
      const hand: Hand = {
        signsIn: (client) => signsInInTeams(office, phone, client),
        presses: (label) => phone.taps(label),
        writes: phone.writes,
        edits: person.edits,
        photo: (bytes, caption) => person.sendsPhotos([bytes], caption),
        editsCaption: (words) => person.edits(words),
        photos: (all) => person.sendsPhotos(all),
        voice: (bytes) => person.sendsFile(bytes, 'note.ogg'),
        document: (bytes, name) => person.sendsFile(bytes, name),
        documents: (all, name) => person.sendsFiles(all, name),
        lostPhoto: () => person.sends({ type: 'message', attachments: [{ contentType: 'image/*', contentUrl: gone }] }),
        foreignPictures: [
          {
            contentType: 'image/*',
            contentUrl: 'https://graph.microsoft.com/v1.0/chats/1/messages/2/hostedContents/3/$value',
          },
          {
            contentType: 'text/html',
            content: '<p><img alt="Cat (GIF Image)" src="https://media2.giphy.com/1.gif"></p>',
          },
        ].map((attachment) => () => person.sends({ type: 'message', text: '', attachments: [attachment] })),
        says: () => phone.all().map(({ text }) => text),
      };
      return hand;
    };
    return { ...office, newHand };
  },
  'WhatsApp by the Cloud API': async () => {
    const office = await anOfficeOnWhatsApp();
    const newHand = (): Hand => {
      const phone = office.whatsApp('Carla');
      const { person } = phone;
      const { writes, written } = writing(phone.writes, () => person.chat().messages());
      let photo = '';
      const hand: Hand = {
        signsIn: (client) => signsInOnWhatsApp(office, phone, client),
        presses: (label) => phone.taps(label),
        writes,
        edits: (words) =>
          person.sends('edit', {
            edit: {
              original_message_id: written(),
              message: { type: 'text', text: { body: words } },
            },
          }),
        photo: (bytes, caption) => {
          photo = person.sendsImage(bytes, caption);
        },
        editsCaption: (words) =>
          person.sends('edit', {
            edit: { original_message_id: photo, message: { type: 'image', image: { caption: words } } },
          }),
        photos: (all) => all.map((bytes) => person.sendsImage(bytes)),
        voice: (bytes) => person.sendsVoice(bytes),
        document: (bytes, name) => person.sendsDocument(bytes, name),
        documents: (all, name) => all.map((bytes) => person.sendsDocument(bytes, name)),
        lostPhoto: () => person.sends('image', { image: { id: '999', mime_type: 'image/jpeg' } }),
        says: () => phone.all().map(({ text }) => text),
      };
      return hand;
    };
    return { ...office, newHand };
  },
  'WhatsApp Web': async () => {
    const office = await anOfficeOnWhatsAppWeb();
    await office.linked();
    const newHand = (): Hand => {
      const phone = office.phoneOf('Carla');
      const { person } = phone;
      const { writes, written } = writing(phone.writes, person.messages);
      let photo = '';
      const hand: Hand = {
        signsIn: (client) => signsInByNumbers(office, phone, client),
        // A push came since, so a bare number would be asked back.
        presses: (label) => phone.picks(label, phone.all().findLast(({ text }) => text.includes(`* ${label}\n`))?.id),
        writes,
        edits: (words) => person.edits(written(), words),
        photo: (bytes, caption) => {
          photo = person.sendsPhoto(bytes, caption);
        },
        editsCaption: (words) => person.edits(photo, words),
        photos: (all) => all.map((bytes) => person.sendsPhoto(bytes)),
        voice: (bytes) => person.sendsVoice(bytes, 7),
        document: (bytes, name) => person.sendsDocument(bytes, name),
        documents: (all, name) => all.map((bytes) => person.sendsDocument(bytes, name)),
        lostPhoto: () =>
          person.sends('image', { directPath: '/v/gone', mediaKey: 'x', size: 9, mimetype: 'image/jpeg' }),
        says: () => phone.all().map(({ text }) => text),
      };
      return hand;
    };
    return { ...office, newHand };
  },
} satisfies Readonly<Record<string, () => Promise<ChannelOffice>>>;

/** All that a client sends after a viewing, on one channel; each has a file of its own, so that they run beside each other. */
export function describeFeedback(name: keyof typeof CHANNELS): void {
  describe(`after a viewing, on ${name}`, () => {
    let office: ChannelOffice;
    beforeAll(async () => {
      office = await CHANNELS[name]();
    });

    /** A client who has seen a home, as far as the office knows. */
    async function aVisitor() {
      const { api } = office;
      const hand = office.newHand();
      const carla = await office.aClient('Carla');
      const property = await office.aProperty('Casa Verde');
      await office.offers(carla.deal, property);
      await hand.signsIn(carla);
      const answered = async (deed: () => unknown) => {
        const before = hand.says().length;
        await deed();
        await vi.waitUntil(() => hand.says().length > before, { timeout: 15_000, interval: 10 });
        await office.settled();
        return hand.says().slice(before).join('\n');
      };
      /** Sends what waits, and gives how often that was said: where a channel can, the answer takes the question's place. */
      const sends = async () => {
        const sent = () => times(hand.says().join('\n'), '✓ Sent.');
        const before = sent();
        await hand.presses('Send to agent');
        await office.settled();
        return sent() - before;
      };
      /** The answer to files that are sent at once: it waits for all of them. */
      const answeredTogether = async (deed: () => unknown) => {
        office.gathering.seconds = GATHERING.seconds;
        const said = await answered(deed);
        office.gathering.seconds = HARDLY;
        return said;
      };
      const visits = async () => {
        await hand.writes('/home');
        await hand.presses('New properties');
        await hand.presses('Details');
        await hand.presses('Request viewing');
        await hand.writes(dayIn(2));
        await hand.presses('Send request');
        const [meeting] = (await api('GET', '/meetings?status=pending')).body.items;
        await api('POST', `/meetings/${meeting.id}/confirm`, {
          start_date: new Date(Date.now() + 60_000).toISOString(),
        });
        expect((await api('POST', `/meetings/${meeting.id}/complete`, {})).status).toBe(200);
        await vi.waitUntil(() => hand.says().some((said) => said.includes('Visited:')), { timeout: 10_000 });
        await office.settled();
      };
      const feedback = async (): Promise<readonly Body[]> =>
        (await api('GET', `/contacts/${carla.contact}/feedback`)).body.items;
      const bytesOf = (id: string, headers = {}) =>
        fetch(`${office.url}/api/v1/media/${id}`, { headers: { 'x-api-key': office.made.api_key, ...headers } });
      const files = async () => {
        const folder = join(office.env.DATA_DIR ?? '', 'media');
        const all = await readdir(folder, { recursive: true, withFileTypes: true });
        return all.filter((entry) => entry.isFile() && entry.name.startsWith('original.')).length;
      };
      const before = await files();
      /** How many files the store holds besides those that were there. */
      const stored = async () => (await files()) - before;
      return { hand, api, carla, property, answered, answeredTogether, sends, visits, feedback, bytesOf, stored };
    }

    it('stars, words, photos and voice reach the contact and the deal, and stay as they were meant (rule 22)', async () => {
      const { hand, api, carla, property, answered, visits, feedback, bytesOf } = await aVisitor();
      await visits();

      await hand.presses('Rate the viewing');
      await hand.presses('★ 4');
      expect(await answered(() => hand.writes('Much light'))).toContain('saved');
      expect(await answered(() => hand.photo(GEOTAGGED, 'The view'))).toContain('saved');
      expect(await answered(() => hand.voice(aRecording(7)))).toContain('saved');

      const [voice, photos, note, rating] = await feedback();
      expect(rating).toMatchObject({ kind: 'rating', stars: 4, property_id: property, deal_id: carla.deal });
      expect(note).toMatchObject({ kind: 'note', text: 'Much light' });
      expect(photos).toMatchObject({ kind: 'photos', text: 'The view', media: [{ width: 60, height: 40 }] });
      expect(voice).toMatchObject({ kind: 'voice_note', media: [{ mime: 'audio/ogg', duration_seconds: 7 }] });
      expect((await api('GET', `/deals/${carla.deal}/feedback`)).body.items).toHaveLength(4);
      const [lane] = (await api('GET', `/deals/${carla.deal}/properties`)).body.items;
      expect(lane).toMatchObject({ rating: 4 });
      const lines = (await api('GET', `/contacts/${carla.contact}/activities`)).body.items;
      expect(lines.slice(0, 4).map(({ type }: Body) => type)).toEqual([
        'voice_note_added',
        'photos_added',
        'note_added',
        'rating_given',
      ]);

      const picture = Buffer.from(await (await bytesOf(photos.media[0].id)).arrayBuffer());
      const { exif, format } = await sharp(picture).metadata();
      expect({ exif, format }).toEqual({ exif: undefined, format: 'jpeg' });
      const part = await bytesOf(voice.media[0].id, { range: 'bytes=0-3' });
      expect([part.status, part.headers.get('content-type'), await part.text()]).toEqual([206, 'audio/ogg', 'OggS']);
    });

    it('says of stars given again which ones count, to the client and to the office', async () => {
      const { hand, api, carla, visits, feedback } = await aVisitor();
      await visits();
      await hand.presses('Rate the viewing');
      await hand.presses('★ 2');
      await hand.presses('Change stars');
      expect(hand.says().at(-1)).toContain('Stars given before: ★★☆☆☆ Fair. Only the newest count.');

      await hand.presses('★ 4');

      const said = hand.says().findLast((each) => each.includes('★★★★☆ Very good')) ?? '';
      expect(said).toContain('Stars given before: ★★☆☆☆ Fair. Only the newest count.');
      expect((await feedback()).map(({ stars }) => stars)).toEqual([4, 2]);
      expect((await api('GET', `/deals/${carla.deal}/properties`)).body.items).toMatchObject([{ rating: 4 }]);
      const [line] = (await api('GET', `/contacts/${carla.contact}/activities`)).body.items;
      expect(line.title).toMatch(/^Rated 4 of 5, no longer 2: /);

      await hand.presses('Change stars');
      await hand.presses('★ 4');
      expect(hand.says().at(-1)).not.toContain('Stars given before');
    });

    it('stars that are typed are stars, on show or not, and words with stars in them a note', async () => {
      const { hand, answered, visits, feedback } = await aVisitor();
      await visits();
      await hand.presses('Rate the viewing');

      expect(await answered(() => hand.writes('four'))).toContain('★★★★☆');
      expect(await answered(() => hand.writes('4.5 stars'))).toContain('saved');
      expect(await answered(() => hand.writes('★★★'))).toContain('★★★☆☆');
      expect(await answered(() => hand.writes('2/5'))).toContain('★★☆☆☆');
      expect(await answered(() => hand.writes('5⭐'))).toContain('★★★★★');

      expect((await feedback()).map(({ stars, text }) => stars ?? text)).toEqual([5, 2, 3, '4.5 stars', 4]);
    });

    it('photos that come together keep what was written below each, for the office and on the timeline', async () => {
      const { hand, api, carla, visits, answered, feedback } = await aVisitor();
      await visits();
      await hand.presses('Rate the viewing');

      for (const caption of ['The view', undefined, 'The kitchen'])
        expect(await answered(() => hand.photo(GEOTAGGED, caption))).toContain('saved');

      expect(await feedback()).toMatchObject([{ kind: 'photos', text: 'The view\nThe kitchen', media: [{}, {}, {}] }]);
      const [line] = (await api('GET', `/contacts/${carla.contact}/activities`)).body.items;
      expect(line).toMatchObject({ type: 'photos_added', text: 'The view\nThe kitchen' });
    });

    it('words below a photo change where they are edited, with the same photo', async () => {
      const { hand, api, carla, visits, answered, feedback } = await aVisitor();
      await visits();
      await hand.presses('Rate the viewing');
      expect(await answered(() => hand.photo(GEOTAGGED, 'The wiew'))).toContain('saved');
      const [before] = await feedback();

      expect(await answered(() => hand.editsCaption('The view'))).toContain('saved');

      expect(await feedback()).toMatchObject([{ id: before.id, kind: 'photos', text: 'The view', media: [{}] }]);
      const [line] = (await api('GET', `/contacts/${carla.contact}/activities`)).body.items;
      expect(line).toMatchObject({ type: 'note_edited', text: 'The view' });
    });

    it('own notes are edited and deleted, and nobody else’s', async () => {
      const { hand, visits, answered, feedback, carla, api } = await aVisitor();
      await visits();
      await hand.presses('Rate the viewing');
      await answered(() => hand.writes('Much light'));

      await hand.presses('Edit');
      expect(await answered(() => hand.writes('Much light, little noise'))).toContain('saved');
      expect(await feedback()).toMatchObject([{ kind: 'note', text: 'Much light, little noise' }]);
      await hand.presses('Delete');

      expect(await feedback()).toEqual([]);
      const lines = (await api('GET', `/contacts/${carla.contact}/activities`)).body.items;
      expect(lines.slice(0, 3).map(({ type }: Body) => type)).toEqual(['note_deleted', 'note_edited', 'note_added']);
    });

    it('a note changes where the message that it came from is edited, also once the client is elsewhere', async () => {
      const { hand, visits, answered, feedback } = await aVisitor();
      await visits();
      await hand.presses('Rate the viewing');
      await answered(() => hand.writes('Much light'));

      expect(await answered(() => hand.edits('Little light'))).toContain('saved');
      await hand.presses('Done');
      await hand.presses('Viewings');
      expect(await answered(() => hand.edits('No light'))).toContain('saved');
      expect(await feedback()).toMatchObject([{ kind: 'note', text: 'No light' }]);

      // What was written in its place is edited in its turn.
      await hand.presses('Edit');
      await answered(() => hand.writes('Much light, little noise'));
      await hand.presses('Done');
      expect(await answered(() => hand.edits('Much light, no noise'))).toContain('saved');
      expect(await feedback()).toMatchObject([{ kind: 'note', text: 'Much light, no noise' }]);
    });

    it('photos sent together are one entry', async () => {
      const { hand, visits, answeredTogether, feedback, carla, api } = await aVisitor();
      await visits();

      await answeredTogether(() => hand.photos([PHOTO, PHOTO, PHOTO]));
      await office.settled();

      const [photos, ...rest] = await feedback();
      expect(photos.media).toHaveLength(3);
      expect(rest).toEqual([]);
      const lines = (await api('GET', `/contacts/${carla.contact}/activities`)).body.items;
      expect(lines.filter(({ type }: Body) => type === 'photos_added').map(({ media }: Body) => media.length)).toEqual([
        3,
      ]);
    });

    it('ten photos at once get one answer, which counts them', async () => {
      const { hand, visits, answeredTogether, feedback } = await aVisitor();
      await visits();
      const before = hand.says().length;

      const said = await answeredTogether(() => hand.photos(Array.from({ length: 10 }, () => PHOTO)));

      expect(said).toContain('10 photos of');
      expect(hand.says()).toHaveLength(before + 1);
      const [photos, ...rest] = await feedback();
      expect(photos.media).toHaveLength(10);
      expect(rest).toEqual([]);
    });

    it('what is sent as a file is what its content says, whatever its name and type', async () => {
      const { hand, visits, answered, feedback } = await aVisitor();
      await visits();

      expect(await answered(() => hand.document(PHOTO, 'IMG_1.PDF'))).toContain('photo of');
      expect(await answered(() => hand.document(RECORDING, 'Voice 001.bin'))).toContain('voice note');

      expect((await feedback()).map(({ kind }) => kind)).toEqual(['voice_note', 'photos']);
    });

    it('a film and a document go with a message to the agent, as they are', async () => {
      const { api, carla, hand, visits, answered, feedback, bytesOf, sends } = await aVisitor();
      await visits();

      expect(await answered(() => hand.document(FILM, 'garden.mov'))).toContain('only with a message');
      await answered(() => hand.document(PDF, 'offer'));
      expect(await sends()).toBe(1);

      expect(await feedback()).toEqual([]);
      const [message] = (await api('GET', `/contacts/${carla.contact}/messages`)).body.items.filter(
        ({ from }: Body) => from === 'client',
      );
      const kept = await Promise.all(message.media.map((id: string) => bytesOf(id)));
      expect(kept.map(({ headers }) => headers.get('content-type'))).toEqual(['video/mp4', 'application/pdf']);
      expect(Buffer.from(await kept[1].arrayBuffer())).toEqual(PDF);
    });

    it('a photo after a film is saved with the viewing, and the film still waits to be sent', async () => {
      const { api, carla, hand, visits, answered, feedback, bytesOf, sends } = await aVisitor();
      await visits();
      const sent = async (): Promise<readonly Body[]> =>
        (await api('GET', `/contacts/${carla.contact}/messages`)).body.items.filter(
          ({ from }: Body) => from === 'client',
        );

      await answered(() => hand.document(FILM, 'garden.mov'));
      expect(await answered(() => hand.photo(PHOTO, 'The view'))).toMatch(/photo of .*is saved/);
      expect(await answered(() => hand.voice(aRecording(7)))).toMatch(/voice note on .*is saved/);
      expect((await feedback()).map(({ kind, text }) => [kind, text])).toEqual([
        ['voice_note', undefined],
        ['photos', 'The view'],
      ]);
      expect(await sent()).toEqual([]);

      expect(await sends()).toBe(1);
      const [message] = await sent();
      expect(message?.media).toHaveLength(1);
      expect((await bytesOf(message?.media[0])).headers.get('content-type')).toBe('video/mp4');
    });

    it('what is sent to the agent after Contact agent goes there at once, and what follows without a word of ours', async () => {
      const { api, carla, hand, visits, answered, feedback } = await aVisitor();
      await visits();
      await hand.writes('/agent');
      const thread = async (): Promise<readonly Body[]> =>
        (await api('GET', `/contacts/${carla.contact}/messages`)).body.items.filter(
          ({ from }: Body) => from === 'client',
        );

      expect(await answered(() => hand.document(FILM, 'garden.mov'))).toContain('✓ Sent.');
      const before = hand.says().length;
      await hand.photo(PHOTO);
      await hand.voice(aRecording(3));
      await vi.waitUntil(async () => (await thread()).length === 3, { timeout: 10_000 });

      expect((await thread()).map(({ media }) => media.length)).toEqual([1, 1, 1]);
      expect(hand.says()).toHaveLength(before);
      expect(await feedback()).toEqual([]);
    });

    it('three films at once are answered once: offered to the agent, or refused in their own words', async () => {
      const { hand, visits, answeredTogether, feedback, stored } = await aVisitor();
      await visits();

      const refused = await answeredTogether(() =>
        hand.documents([STRANGE_FILM, STRANGE_FILM, STRANGE_FILM], 'tour.avi'),
      );
      expect(times(refused, 'This kind of file was not saved')).toBe(1);
      expect(await stored()).toBe(0);

      const before = hand.says().length;
      const offered = await answeredTogether(() => hand.documents([FILM, FILM, FILM], 'tour.mp4'));
      expect(times(offered, 'Shall we send this to your agent?')).toBe(1);
      expect(hand.says()).toHaveLength(before + 1);
      expect(await feedback()).toEqual([]);
      expect(await stored()).toBe(3);
    });

    it('an eleventh file is told apart, and the message can be sent at once', async () => {
      const { hand, answered, answeredTogether, sends } = await aVisitor();

      await answeredTogether(() => hand.photos(Array.from({ length: 10 }, () => PHOTO)));
      expect(await answered(() => hand.photo(PHOTO))).toContain('One message takes 10 files');
      expect(await sends()).toBe(1);
    });

    it('before there was one, a photo is offered as a message to the agent, and none of it is sent unasked (rule 22)', async () => {
      const { api, carla, hand, answered, feedback, stored, bytesOf, sends } = await aVisitor();
      const thread = async () =>
        (await api('GET', `/contacts/${carla.contact}/messages`)).body.items.filter(
          ({ from }: Body) => from === 'client',
        );

      expect(await answered(() => hand.photo(PHOTO))).toContain(
        'The photos and recordings that you sent will be attached.',
      );
      expect(await thread()).toEqual([]);
      await hand.presses('Cancel');
      await office.product().tick();
      expect(await stored()).toBe(0);

      await answered(() => hand.photo(GEOTAGGED, 'Like this one'));
      await answered(() => hand.voice(aRecording(3)));
      expect(await sends()).toBe(1);

      expect(await thread()).toMatchObject([
        { text: 'Like this one', media: [expect.any(String), expect.any(String)] },
      ]);
      const [{ media }] = await thread();
      expect(await sharp(Buffer.from(await (await bytesOf(media[0])).arrayBuffer())).metadata()).not.toHaveProperty(
        'exif',
      );
      const [line] = (await api('GET', `/contacts/${carla.contact}/activities`)).body.items;
      expect(line).toMatchObject({ type: 'message_from_client', text: 'Like this one', media });
      expect(await feedback()).toEqual([]);
      await office.product().tick();
      expect(await stored()).toBe(2);
    });

    it('a photo after two viewings of one day asks which home it is of (rule 22)', async () => {
      const { api, carla, hand, visits, answered, answeredTogether, feedback } = await aVisitor();
      await visits();
      await office.offers(carla.deal, await office.aProperty('Casa Azul'));
      await office.settled();
      await visits();
      await hand.writes('/home');

      const asked = await answeredTogether(() => hand.photos([PHOTO, GEOTAGGED]));
      expect(asked).toContain('Which one is this for?');
      expect(await feedback()).toEqual([]);
      expect(await answered(() => hand.writes('The terrace'))).toContain('Which one is this for?');
      expect(await answered(() => hand.writes('2'))).toContain('Casa Verde');

      const [item, ...others] = await feedback();
      expect(others).toEqual([]);
      expect(item).toMatchObject({ text: 'The terrace', media: [{}, {}] });
      const { body } = await api('GET', `/properties/${item?.property_id}`);
      expect(body.name).toBe('Casa Verde');
    });

    it('what can’t be kept is refused with a reason at once, and leaves nothing behind', async () => {
      const { hand, visits, answered, feedback, stored, bytesOf } = await aVisitor();
      await visits();

      expect(await answered(() => hand.photo(PHOTO.subarray(0, PHOTO.length / 2)))).toContain(
        'can’t be opened and was not saved',
      );
      expect(await answered(() => hand.voice(Buffer.from('<!doctype html>'.repeat(100))))).toContain('was not saved');
      // Meta itself takes no recording of more than 16 MB (media, supported types).
      if (name !== 'WhatsApp by the Cloud API')
        expect(await answered(() => hand.voice(Buffer.alloc(25 * 1024 * 1024, PHOTO)))).toContain('20 MB');
      expect(await answered(() => hand.voice(Buffer.alloc(0)))).toContain('was not saved');
      expect(await answered(() => hand.lostPhoto())).toContain(
        'did not reach us and was not saved. Please send it again.',
      );
      for (const sends of hand.foreignPictures ?? [])
        expect(await answered(sends)).toContain('was not saved. Please attach it as a file.');

      expect(await feedback()).toEqual([]);
      expect(await stored()).toBe(0);

      // A photo that is a page too is kept as a photo alone.
      const page = '<script>alert(1)</script>';
      expect(await answered(() => hand.photo(Buffer.concat([PHOTO, Buffer.from(page)])))).toContain('is saved');
      const [item] = await feedback();
      const kept = await bytesOf(item?.media[0].id);
      expect(kept.headers.get('content-type')).toBe('image/jpeg');
      expect(Buffer.from(await kept.arrayBuffer()).includes(page)).toBe(false);
    });
  });
}

const times = (said: string, words: string): number => said.split(words).length - 1;
const fixture = (name: string) => readFile(join(import.meta.dirname, '../../adapters/media/fixtures', name));
const RECORDING = await fixture('recording.m4a');
RECORDING.write('3gp4', 8, 'latin1');
const FILM = await fixture('film.mp4');
/** Of a kind that no browser plays. */
const STRANGE_FILM = Buffer.from(`RIFF\x24\x10\0\0AVI LIST${'x'.repeat(4096)}`, 'latin1');
const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
const drawing = sharp({ create: { width: 60, height: 40, channels: 3, background: '#3a6ea5', noise } });
const PHOTO = await drawing.clone().jpeg({ quality: 100 }).toBuffer();
/** Says where it was taken, and by which camera. */
const GEOTAGGED = await drawing
  .clone()
  .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 35/1 54/1' } })
  .jpeg()
  .toBuffer();
