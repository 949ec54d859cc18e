import { type Api, InputFile } from 'grammy';
import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import type { Outgoing } from '#core/chat/channel.ts';
import { callError } from './call-error.ts';
import type { Keyboard } from './keyboard.ts';
import { ACCURACY, ALBUM } from './limits.ts';
import { callWithPictures, type Picture, type PictureNeeds } from './pictures.ts';
import type { Rich } from './rich.ts';
import type { TelegramMessage } from './telegram-message.ts';

export type PostNeeds = PictureNeeds & { readonly api: Api };

type Html = { readonly parse_mode: 'HTML' } | Record<never, never>;

const NO_PREVIEW = { link_preview_options: { is_disabled: true } } as const;

/** Sends a message as a new one; answers its id, or those of an album with commas between. */
export async function post(needs: PostNeeds, to: Outgoing, message: TelegramMessage): Promise<string> {
  switch (message.is) {
    case 'text':
      return idsOf([await postText(needs, to, message.text, message.keyboard)]);
    case 'file':
      return idsOf([await postFile(needs, to, message)]);
    case 'event': {
      const { caption, keyboard } = message;
      return idsOf([
        message.isFile ? await postFile(needs, to, message) : await postText(needs, to, caption, keyboard),
      ]);
    }
    case 'place': {
      const { latitude, longitude, title, address } = message.place;
      const markup = below(message.keyboard);
      if (message.place.radius !== undefined) {
        const area = { ...markup, horizontal_accuracy: Math.min(message.place.radius, ACCURACY) };
        return idsOf([await needs.api.sendLocation(Number(to.address), latitude, longitude, area)]);
      }
      return idsOf([await needs.api.sendVenue(Number(to.address), latitude, longitude, title, address, markup)]);
    }
    case 'photo': {
      const { caption, keyboard } = message;
      const pictures = { media: [message.media], size: message.size };
      return idsOf(
        await callWithPictures(needs, to, pictures, ([picture]) => postPicture(needs, to, picture, caption, keyboard)),
      );
    }
    case 'album':
      return idsOf(
        await callWithPictures(needs, to, message, (pictures) => postAlbum(needs, to, pictures, message.caption)),
      );
  }
}

/** What became of an edit. Where it is not `edited` a new message has to be sent; one of another kind is still there above it. */
type Edited = 'edited' | 'gone' | 'otherKind';

/** Puts it in the place of the message with that id, where Telegram can. */
export async function edit(needs: PostNeeds, to: Outgoing, id: number, message: TelegramMessage): Promise<Edited> {
  const chat = Number(to.address);
  const editText = (text: Rich, keyboard: Keyboard) =>
    worded(text, (words, html) =>
      needs.api.editMessageText(chat, id, words, { ...html, ...NO_PREVIEW, ...below(keyboard) }),
    );
  try {
    if (message.is === 'text') await editText(message.text, message.keyboard);
    else if (message.is === 'event') await editEvent(needs, chat, id, message, editText);
    else if (message.is === 'photo') {
      const { caption, keyboard } = message;
      await callWithPictures(needs, to, { media: [message.media], size: message.size }, async ([picture]) => {
        if (!picture) return [await editText(caption, keyboard)];
        return [
          await worded(caption, (words, html) =>
            needs.api.editMessageMedia(
              chat,
              id,
              { type: 'photo', media: picture, caption: words, ...html },
              below(keyboard),
            ),
          ),
        ];
      });
    } else return 'otherKind';
    return 'edited';
  } catch (error) {
    const failed = callError(error);
    if (failed.is !== 'said' || failed.code !== 400) throw error;
    if (/message is not modified/i.test(failed.words)) return 'edited';
    if (OTHER_KIND.test(failed.words)) return 'otherKind';
    if (GONE.test(failed.words)) return 'gone';
    throw error;
  }
}

/** Words stay words where no file is to come; a message that is a file's already gets the newest file with them. */
async function editEvent(
  { api }: PostNeeds,
  chat: number,
  id: number,
  message: TelegramMessage & { is: 'event' },
  editText: (text: Rich, keyboard: Keyboard) => Promise<unknown>,
): Promise<void> {
  const { caption, keyboard } = message;
  const exchange = () =>
    worded(caption, (words, html) =>
      api.editMessageMedia(
        chat,
        id,
        { type: 'document', media: fileOf(message), caption: words, ...html },
        below(keyboard),
      ),
    );
  if (message.isFile) return void (await exchange());
  try {
    await editText(caption, keyboard);
  } catch (error) {
    const failed = callError(error);
    if (failed.is !== 'said' || !NO_TEXT.test(failed.words)) throw error;
    await exchange();
  }
}

/** Takes the buttons off a message that stays. */
export const takeButtons = async ({ api }: Pick<PostNeeds, 'api'>, to: Outgoing, id: number): Promise<void> =>
  void (await api.editMessageReplyMarkup(Number(to.address), id));

/** A photo can't become words, nor a file or a pin anything else (tdlib/telegram-bot-api, Client.cpp). */
const OTHER_KIND = /there is no (text|media|caption) in|message can't be edited/i;
const NO_TEXT = /there is no text in/i;
const GONE = /message to edit not found|MESSAGE_ID_INVALID/i;
/** A picture that Telegram can't show; its words can be sent without it. */
const BAD_PICTURE = /IMAGE_PROCESS_FAILED|PHOTO_INVALID|PHOTO_EXT_INVALID|PHOTO_SAVE_FILE_INVALID|too big for a photo/i;

const postText = ({ api }: PostNeeds, { address }: Outgoing, text: Rich, keyboard: Keyboard) =>
  worded(text, (words, html) =>
    api.sendMessage(Number(address), words, { ...html, ...NO_PREVIEW, ...below(keyboard) }),
  );

async function postPicture(
  needs: PostNeeds,
  to: Outgoing,
  picture: Picture | undefined,
  caption: Rich,
  keyboard: Keyboard,
): Promise<readonly Message[]> {
  if (!picture) return [await postText(needs, to, caption, keyboard)];
  try {
    return [
      await worded(caption, (words, html) =>
        needs.api.sendPhoto(Number(to.address), picture, { caption: words, ...html, ...below(keyboard) }),
      ),
    ];
  } catch (error) {
    const failed = callError(error);
    if (failed.is !== 'said' || !BAD_PICTURE.test(failed.words)) throw error;
    needs.log.warn({ said: failed.words }, 'Telegram does not show a picture; its words go without it');
    return [await postText(needs, to, caption, keyboard)];
  }
}

/** The caption of the first photo shows as that of the whole (Bot API, InputMediaPhoto). */
async function postAlbum(needs: PostNeeds, to: Outgoing, pictures: readonly Picture[], caption: Rich) {
  if (pictures.length < ALBUM.least) return postPicture(needs, to, pictures[0], caption, []);
  return worded(caption, (words, html) => {
    const items = pictures.map((media, index) => ({
      type: 'photo' as const,
      media,
      ...(index === 0 && words ? { caption: words, ...html } : {}),
    }));
    return needs.api.sendMediaGroup(Number(to.address), items);
  });
}

function postFile({ api }: PostNeeds, { address }: Outgoing, message: TelegramMessage & { is: 'file' | 'event' }) {
  const { caption, keyboard } = message;
  return worded(caption, (words, html) =>
    api.sendDocument(Number(address), fileOf(message), { caption: words, ...html, ...below(keyboard) }),
  );
}

/** grammY puts the name into the form as it is; with blanks in it, it has to stand in quotes (RFC 7578, 4.2). */
const fileOf = ({ name, words }: TelegramMessage & { is: 'file' | 'event' }): InputFile =>
  new InputFile(new TextEncoder().encode(words), `"${name}"`);

/** Calls with HTML, and once more with plain words where Telegram finds a fault in it. */
async function worded<Result>(
  { html, plain }: Rich,
  call: (words: string, mode: Html) => Promise<Result>,
): Promise<Result> {
  try {
    return await call(html, { parse_mode: 'HTML' });
  } catch (error) {
    const failed = callError(error);
    if (failed.is !== 'said' || !/can't parse entities/i.test(failed.words)) throw error;
    return call(plain, {});
  }
}

/** Without it an edit takes the buttons away, which is what is wanted where there are none. */
const below = (keyboard: Keyboard): { reply_markup?: InlineKeyboardMarkup } =>
  keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } };

const idsOf = (messages: readonly (Message | true)[]) =>
  messages.flatMap((message) => (message === true ? [] : [message.message_id])).join(',');
