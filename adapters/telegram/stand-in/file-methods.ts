import type { Method } from './call.ts';
import { badRequest } from './errors.ts';
import { imageSize } from './image-size.ts';
import { DOWNLOAD_BYTES } from './limits.ts';
import { integerParam, textParam } from './params.ts';
import { wireFile, wireSize } from './wire.ts';

export const getFile: Method = ({ bot, params }) => {
  const fileId = textParam(params, 'file_id');
  if (fileId === '') throw badRequest('file_id not specified');
  const file = bot.files.find(fileId);
  if (!file) throw badRequest('invalid file_id');
  if (file.bytes.length > DOWNLOAD_BYTES) throw badRequest('file is too big');
  return { ...wireFile(file), file_path: file.path };
};

export const getUserProfilePhotos: Method = ({ world, bot, params }) => {
  const person = world.people.get(integerParam(params, 'user_id') ?? 0);
  if (!person || !bot.chats.has(person.id)) throw badRequest('user not found');
  const size = person.photo && imageSize(person.photo);
  if (!person.photo || !size) return { total_count: 0, photos: [] };
  return { total_count: 1, photos: [bot.files.keepPhoto(person.photo, size).map(wireSize)] };
};
