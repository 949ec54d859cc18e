import { InlineKeyboard, InputFile } from 'grammy';
import { expect, test } from 'vitest';
import { aPicture, aStandIn, refusal } from './a-stand-in.ts';

test('a text is edited in place, and its buttons go unless they are sent again', async () => {
  const { api, ann, chat } = await aStandIn();
  const reply_markup = new InlineKeyboard().text('Yes', 'y');
  const { message_id } = await api.sendMessage(ann.id, 'one', { reply_markup });

  await api.editMessageText(ann.id, message_id, '<b>two</b>', { parse_mode: 'HTML', reply_markup });
  const first = chat.last();
  await api.editMessageText(ann.id, message_id, 'three');

  expect(first).toMatchObject({ id: message_id, text: 'two', html: '<b>two</b>', edited: true });
  expect(first.buttons).toEqual([[{ text: 'Yes', data: 'y' }]]);
  expect(chat.last()).toMatchObject({ id: message_id, text: 'three', buttons: [] });
});

test('an edit that changes nothing is refused', async () => {
  const { api, ann } = await aStandIn();
  const reply_markup = new InlineKeyboard().text('Yes', 'y');
  const { message_id } = await api.sendMessage(ann.id, 'one', { reply_markup });
  const notModified = /^400 Bad Request: message is not modified: specified new message content and reply markup/;

  expect(await refusal(api.editMessageText(ann.id, message_id, 'one', { reply_markup }))).toMatch(notModified);
  expect(await refusal(api.editMessageReplyMarkup(ann.id, message_id, { reply_markup }))).toMatch(notModified);
  expect(await refusal(api.editMessageReplyMarkup(ann.id, message_id))).toBe('accepted');
});

test('only own messages that are there and of that kind can be edited', async () => {
  const { api, ann } = await aStandIn();
  const own = ann.writes('mine');
  const photo = await api.sendPhoto(ann.id, new InputFile(aPicture()));
  const text = await api.sendMessage(ann.id, 'x');

  expect(await refusal(api.editMessageText(ann.id, 999, 'x'))).toBe('400 Bad Request: message to edit not found');
  expect(await refusal(api.editMessageText(ann.id, own, 'x'))).toBe("400 Bad Request: message can't be edited");
  expect(await refusal(api.editMessageText(ann.id, photo.message_id, 'x'))).toBe(
    '400 Bad Request: there is no text in the message to edit',
  );
  expect(await refusal(api.editMessageCaption(ann.id, text.message_id, { caption: 'x' }))).toBe(
    '400 Bad Request: there is no caption in the message to edit',
  );
});

test('a photo changes its caption and its picture in place', async () => {
  const { api, ann, chat } = await aStandIn();
  const { message_id } = await api.sendPhoto(ann.id, new InputFile(aPicture()), { caption: 'one' });

  await api.editMessageCaption(ann.id, message_id, { caption: 'two' });
  const captioned = chat.last();
  await api.editMessageMedia(ann.id, message_id, {
    type: 'photo',
    media: new InputFile(aPicture(640, 480)),
    caption: 'three',
  });

  expect(captioned).toMatchObject({ text: 'two', files: [{ width: 800 }] });
  expect(chat.last()).toMatchObject({ id: message_id, kind: 'photo', text: 'three', files: [{ width: 640 }] });
});

test('a deleted message is gone for the person', async () => {
  const { api, ann, chat } = await aStandIn();
  const own = ann.writes('my password');
  const { message_id } = await api.sendMessage(ann.id, 'x');

  await api.deleteMessage(ann.id, own);
  await api.deleteMessages(ann.id, [message_id, 999]);

  expect(chat.messages().map((message) => message.text)).toEqual(['/start']);
  expect(await refusal(api.deleteMessage(ann.id, own))).toBe('400 Bad Request: message to delete not found');
  expect(
    await refusal(
      api.deleteMessages(
        ann.id,
        Array.from({ length: 101 }, (_, index) => index + 1),
      ),
    ),
  ).toBe('400 Bad Request: too many message identifiers specified');
});

test('a message older than two days stays', async () => {
  let now = Date.now();
  const { api, ann } = await aStandIn({ now: () => now });
  const { message_id } = await api.sendMessage(ann.id, 'x');

  now += 49 * 60 * 60 * 1000;

  expect(await refusal(api.deleteMessage(ann.id, message_id))).toBe("400 Bad Request: message can't be deleted");
});

test('a person edits an own message, and the bot is told', async () => {
  const { api, ann, chat } = await aStandIn();
  const id = ann.writes('teh note');

  ann.edits(id, 'the note');

  const [update] = await api.getUpdates({ offset: -1 });
  expect(update?.edited_message).toMatchObject({ message_id: id, text: 'the note', edit_date: expect.any(Number) });
  expect(chat.find(id)).toMatchObject({ text: 'the note', edited: true });
});

test('a bot reacts to a message', async () => {
  const { api, ann, chat } = await aStandIn();
  const id = ann.writes('noted?');

  await api.setMessageReaction(ann.id, id, [{ type: 'emoji', emoji: '👍' }]);

  expect(chat.find(id)?.reaction).toBe('👍');
});
