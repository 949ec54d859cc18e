import { InputFile, InputMediaBuilder } from 'grammy';
import { expect, test } from 'vitest';
import { aPicture, aStandIn, refusal } from './a-stand-in.ts';

const photo = (caption?: string) => InputMediaBuilder.photo(new InputFile(aPicture()), caption ? { caption } : {});

test('an album is several messages that the person sees as one, with the first caption', async () => {
  const { api, ann, chat } = await aStandIn();

  const sent = await api.sendMediaGroup(ann.id, [photo('Three rooms'), photo(), photo()]);

  expect(new Set(sent.map((message) => 'media_group_id' in message && message.media_group_id)).size).toBe(1);
  expect(chat.last()).toMatchObject({
    kind: 'album',
    text: 'Three rooms',
    ids: sent.map((message) => message.message_id),
    buttons: [],
  });
  expect(chat.last().files).toHaveLength(3);
});

test('an album holds 2 to 10 photos or documents, not both', async () => {
  const { api, ann } = await aStandIn();
  const document = InputMediaBuilder.document(new InputFile(Buffer.from('x'), 'x.txt'));

  expect(await refusal(api.sendMediaGroup(ann.id, [photo()]))).toMatch(/^400 Bad Request: too few messages/);
  expect(
    await refusal(
      api.sendMediaGroup(
        ann.id,
        Array.from({ length: 11 }, () => photo()),
      ),
    ),
  ).toMatch(/^400 Bad Request: too many messages/);
  // The types of grammY know it too.
  // @ts-expect-error
  expect(await refusal(api.sendMediaGroup(ann.id, [photo(), document]))).toMatch(/can't be mixed/);
});

test('an album shows no buttons, whatever is asked', async () => {
  const { api, ann, chat } = await aStandIn();
  const sent = await api.sendPhoto(ann.id, new InputFile(aPicture()));
  const media = sent.photo.at(-1)?.file_id ?? '';
  const input = { type: 'photo', media } as const;
  const reply_markup = { inline_keyboard: [[{ text: 'x', callback_data: 'x' }]] };
  const asked = { chat_id: ann.id, media: [input, input], reply_markup };

  await api.raw.sendMediaGroup(asked);

  expect(chat.last()).toMatchObject({ kind: 'album', buttons: [] });
});

test('an album of a person comes as one update a photo with one group id', async () => {
  const { api, ann, chat } = await aStandIn();

  ann.sendsAlbum([{ bytes: aPicture(), caption: 'Damp' }, { bytes: aPicture() }]);

  const messages = (await api.getUpdates()).slice(1).map((update) => update.message);
  expect(messages.map((message) => message?.caption)).toEqual(['Damp', undefined]);
  expect(messages[0]?.media_group_id).toBe(messages[1]?.media_group_id);
  expect(chat.messages().at(-1)).toMatchObject({ kind: 'album', from: 'person', text: 'Damp' });
});
