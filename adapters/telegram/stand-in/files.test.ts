import { Bot, InputFile } from 'grammy';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { aPicture, aStandIn, refusal, TOKEN } from './a-stand-in.ts';

const MB = 1024 * 1024;

test.each(['jpeg', 'png', 'webp'] as const)(
  'a real %s is shown, sent again by its id and downloaded',
  async (format) => {
    const { standIn, api, ann, chat } = await aStandIn();
    const create = { width: 300, height: 200, channels: 3, background: 'teal' } as const;
    const bytes = await sharp({ create }).toFormat(format).toBuffer();

    const sent = await api.sendPhoto(ann.id, new InputFile(bytes), { caption: 'A view' });
    const whole = sent.photo.at(-1);
    const again = await api.sendPhoto(ann.id, whole?.file_id ?? '');
    const file = await api.getFile(whole?.file_id ?? '');
    const download = await fetch(`${standIn.root}/file/bot${TOKEN}/${file.file_path}`);

    expect(sent.photo.map(({ width, height }) => [width, height])).toEqual([
      [90, 60],
      [300, 200],
    ]);
    expect(again.photo.at(-1)?.file_unique_id).toBe(whole?.file_unique_id);
    expect(Buffer.from(await download.arrayBuffer()).equals(bytes)).toBe(true);
    expect(chat.messages()[1]).toMatchObject({ kind: 'photo', text: 'A view', files: [{ size: bytes.length }] });
    expect(standIn.file(chat.last().files[0]?.fileId ?? '')).toEqual(bytes);
  },
);

test('a photo is a picture of at most 10 MB and 10000 pixels that is not too narrow', async () => {
  const { api, ann } = await aStandIn();
  const sends = (bytes: Buffer) => refusal(api.sendPhoto(ann.id, new InputFile(bytes)));

  expect(await sends(aPicture(5000, 5000))).toBe('accepted');
  expect(await sends(aPicture(5001, 5000))).toBe('400 Bad Request: PHOTO_INVALID_DIMENSIONS');
  expect(await sends(aPicture(2001, 100))).toBe('400 Bad Request: PHOTO_INVALID_DIMENSIONS');
  expect(await sends(Buffer.from('<svg/>'))).toBe('400 Bad Request: IMAGE_PROCESS_FAILED');
  expect(await sends(Buffer.alloc(0))).toBe('400 Bad Request: file must be non-empty');
  expect(await sends(aPicture(800, 600, 10 * MB + 1))).toMatch(/^400 .* is too big for a photo/);
});

test('a file_id is good for its own bot and its own kind only', async () => {
  const { standIn, api, ann } = await aStandIn();
  standIn.addBot({ token: '77:other' });
  ann.opens('77:other');
  const other = new Bot('77:other', { client: { apiRoot: standIn.root } });
  const sent = await api.sendPhoto(ann.id, new InputFile(aPicture()));
  const fileId = sent.photo[0]?.file_id ?? '';

  expect(await refusal(other.api.sendPhoto(ann.id, fileId))).toBe(
    '400 Bad Request: wrong file identifier/HTTP URL specified',
  );
  expect(await refusal(other.api.getFile(fileId))).toBe('400 Bad Request: invalid file_id');
  expect(await refusal(api.sendDocument(ann.id, fileId))).toBe(
    "400 Bad Request: can't use file of type Photo as Document",
  );
});

test('a caption may have 1024 characters', async () => {
  const { api, ann } = await aStandIn();
  const sends = (caption: string) => refusal(api.sendPhoto(ann.id, new InputFile(aPicture()), { caption }));

  expect(await sends('x'.repeat(1024))).toBe('accepted');
  expect(await sends('x'.repeat(1025))).toBe('400 Bad Request: message caption is too long');
});

test('a document keeps its name, a voice its length', async () => {
  const { api, ann, chat } = await aStandIn();

  await api.sendDocument(ann.id, new InputFile(Buffer.from('BEGIN:VCALENDAR'), 'viewing.ics'), { caption: 'Add it' });
  await api.sendVoice(ann.id, new InputFile(Buffer.from('OggS')), { duration: 3 });

  const [, document, voice] = chat.messages();
  expect(document).toMatchObject({ kind: 'document', text: 'Add it', files: [{ name: 'viewing.ics', size: 15 }] });
  expect(voice).toMatchObject({ kind: 'voice', duration: 3 });
});

test('what a person sends can be downloaded up to 20 MB', async () => {
  const { api, ann } = await aStandIn();
  ann.sendsVoice(Buffer.from('OggS'), 4);
  ann.sendsDocument(Buffer.alloc(20 * MB + 1), { name: 'film.bin' });

  const [, voice, document] = await api.getUpdates();

  expect(voice?.message?.voice).toMatchObject({ duration: 4, mime_type: 'audio/ogg' });
  expect((await api.getFile(voice?.message?.voice?.file_id ?? '')).file_path).toMatch(/^voice\/file_\d+\.oga$/);
  expect(document?.message?.document?.file_name).toBe('film.bin');
  expect(await refusal(api.getFile(document?.message?.document?.file_id ?? ''))).toBe(
    '400 Bad Request: file is too big',
  );
});

test('a file too large to upload is refused', async () => {
  const { api, ann } = await aStandIn();

  const sent = api.sendDocument(ann.id, new InputFile(Buffer.alloc(50 * MB + 1), 'x.bin'));

  expect(await refusal(sent)).toBe('413 Request Entity Too Large');
});

test('a photo by URL is got by whoever runs the stand-in, or refused', async () => {
  const { api, ann } = await aStandIn();
  const open = await aStandIn({ download: async () => aPicture() });

  expect(await refusal(api.sendPhoto(ann.id, 'https://a.example/x.png'))).toBe(
    '400 Bad Request: failed to get HTTP URL content',
  );
  expect(await refusal(open.api.sendPhoto(open.ann.id, 'https://a.example/x.png'))).toBe('accepted');
});

test('a person shares a contact, a place, a sticker and a profile photo', async () => {
  const { standIn, api } = await aStandIn();
  const bob = standIn.person({ firstName: 'Bob', photo: aPicture(320, 320) });
  bob.sendsContact({ phone: '+39061234' });
  bob.sendsLocation(41.9, 12.5);
  bob.sendsSticker('🎉');

  const updates = (await api.getUpdates()).slice(1).map((update) => update.message);

  expect(updates[0]?.contact).toEqual({ phone_number: '+39061234', first_name: 'Bob', user_id: bob.id });
  expect(updates[1]?.location).toEqual({ latitude: 41.9, longitude: 12.5 });
  expect(updates[2]?.sticker?.emoji).toBe('🎉');
  expect(await api.getUserProfilePhotos(bob.id)).toMatchObject({ total_count: 1 });
});
