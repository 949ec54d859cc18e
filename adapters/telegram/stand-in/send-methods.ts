import type { Call, Method } from './call.ts';
import { chatOf } from './chat.ts';
import { badRequest } from './errors.ts';
import { fileOf, photoOf } from './input-file.ts';
import type { Place } from './message.ts';
import { decimalParam, integerParam, textParam } from './params.ts';
import { send } from './send.ts';
import { captionOf, textOf } from './words.ts';

const ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);

export const sendMessage: Method = (call) => send(call, { is: 'text', words: textOf(call.params) });

export const sendPhoto: Method = async (call) => {
  const words = captionOf(call.params);
  const sizes = await photoOf(call, 'photo', textParam(call.params, 'photo'));
  return send(call, { is: 'photo', sizes, words });
};

export const sendDocument: Method = async (call) => {
  const words = captionOf(call.params);
  const file = await fileOf(call, 'document', textParam(call.params, 'document'), 'Document');
  return send(call, { is: 'document', file, words });
};

export const sendVoice: Method = async (call) => {
  const words = captionOf(call.params);
  const file = await fileOf(call, 'voice', textParam(call.params, 'voice'), 'VoiceNote');
  return send(call, { is: 'voice', file, duration: integerParam(call.params, 'duration') ?? 0, words });
};

export const sendLocation: Method = (call) => send(call, { is: 'location', place: placeOf(call) });

export const sendVenue: Method = (call) => {
  const place = placeOf(call);
  const title = textParam(call.params, 'title');
  const address = textParam(call.params, 'address');
  if (title.trim() === '') throw badRequest('Parameter "title" is required');
  if (address.trim() === '') throw badRequest('Parameter "address" is required');
  return send(call, { is: 'venue', place, title, address });
};

export const sendChatAction: Method = ({ world, bot, params }) => {
  const action = textParam(params, 'action').toLowerCase();
  if (!ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
  const chat = chatOf(world, bot, params);
  chat.action = action;
  world.changes.tell({ bot: bot.id, person: chat.person.id, what: 'action' });
  return true;
};

function placeOf({ params }: Call): Place {
  const latitude = decimalParam(params, 'latitude');
  const longitude = decimalParam(params, 'longitude');
  if (latitude === undefined) throw badRequest('latitude is empty');
  if (longitude === undefined) throw badRequest('longitude is empty');
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location specified');
  const accuracy = decimalParam(params, 'horizontal_accuracy');
  return { latitude, longitude, ...(accuracy === undefined ? {} : { accuracy }) };
}
