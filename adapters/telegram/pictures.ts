import { InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import type { Outgoing } from '#core/chat/channel.ts';
import type { MediaId } from '#core/ids.ts';
import type { MediaStore, Size, Uploads } from '#core/media.ts';
import { callError } from './call-error.ts';
import type { Log } from './log.ts';

/** What stands for a picture in a call: the id that Telegram knows it by, or its bytes. */
export type Picture = string | InputFile;

/** Makes a call with those of the pictures that there are, in order; answers the messages that show them. */
export type CallWith = (pictures: readonly Picture[]) => Promise<readonly (Message | true)[]>;

export type PictureNeeds = { readonly media: MediaStore; readonly uploads: Uploads; readonly log: Log };

type Owner = Pick<Outgoing, 'company' | 'account'>;
type Taken = { readonly what: string; readonly picture: Picture };

/** Where Telegram no longer knows a file, or it is another bot's (tdlib/telegram-bot-api, Client.cpp). */
const LOST_FILE = /wrong (remote )?file.?(identifier|id)|file reference|FILE_REFERENCE|FILE_ID_INVALID|MEDIA_EMPTY/i;

/** Uploads each picture once an account; from then on its file_id is sent. */
export async function callWithPictures(
  needs: PictureNeeds,
  owner: Owner,
  { media, size }: { readonly media: readonly MediaId[]; readonly size: Size },
  call: CallWith,
): Promise<readonly (Message | true)[]> {
  const { uploads, log } = needs;
  const taken = await Promise.all(media.map((each) => take(needs, owner, each, size)));
  const there = taken.filter((each) => each !== undefined);
  if (there.length < media.length) log.warn({ missing: media.length - there.length }, 'a picture is not in the store');
  try {
    return await keep(needs, owner, there, await call(there.map(({ picture }) => picture)));
  } catch (error) {
    const known = there.filter(({ picture }) => typeof picture === 'string');
    if (known.length === 0 || !isLost(error)) throw error;
    // Telegram does not say which, so all are uploaded anew; the second time none of them is known.
    await Promise.all(known.map(({ what }) => uploads.forget(owner.company, owner.account, what)));
    return callWithPictures(needs, owner, { media, size }, call);
  }
}

async function take(
  { media: store, uploads }: PictureNeeds,
  { company, account }: Owner,
  media: MediaId,
  size: Size,
): Promise<Taken | undefined> {
  const what = `${media}/${size}`;
  const known = await uploads.find(company, account, what);
  if (known !== undefined) return { what, picture: known };
  const bytes = await store.get(company, media, size);
  // grammY does not quote the name, so it is one of ours.
  return bytes && { what, picture: new InputFile(bytes.data, `${media}.jpg`) };
}

/** Remembers what was uploaded. The message is sent by then, so that a store that is away must not make it fail. */
async function keep(
  { uploads, log }: PictureNeeds,
  { company, account }: Owner,
  taken: readonly Taken[],
  sent: readonly (Message | true)[],
) {
  for (const [index, { what, picture }] of taken.entries()) {
    const message = sent[index];
    // The last size is the largest (Bot API, Message.photo).
    const fileId = message === true ? undefined : message?.photo?.at(-1)?.file_id;
    if (typeof picture === 'string' || fileId === undefined) continue;
    try {
      await uploads.keep(company, account, what, fileId);
    } catch (error) {
      log.warn({ error }, 'an uploaded picture could not be remembered');
    }
  }
  return sent;
}

function isLost(error: unknown): boolean {
  const failed = callError(error);
  return failed.is === 'said' && failed.code === 400 && LOST_FILE.test(failed.words);
}
