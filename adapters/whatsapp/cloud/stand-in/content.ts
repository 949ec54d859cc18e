import { type Fields, fieldsAt, only, wordsAt } from './fields.ts';
import type { FileOf } from './files.ts';
import { GraphError } from './graph-error.ts';
import { interactive } from './interactive.ts';
import { CAPTION, TEXT } from './limits.ts';
import { type Content, words } from './seen.ts';
import type { Templates } from './templates.ts';

/** Reads what a message says, as strictly as Meta does; throws a GraphError where it refuses. */
export function contentOf(message: Fields, fileOf: FileOf, templates: Templates): Content {
  const { type } = message;
  switch (type) {
    case 'text': {
      const text = fieldsAt(message, 'text');
      only(text, ['body', 'preview_url'], 'text');
      return words('text', wordsAt(text, 'body', TEXT));
    }
    case 'image':
    case 'audio':
    case 'video':
    case 'document':
      return mediaOf(type, fieldsAt(message, type), fileOf);
    case 'location':
      return placeOf(fieldsAt(message, 'location'));
    case 'interactive':
      return interactive(fieldsAt(message, 'interactive'), fileOf);
    case 'template':
      return templates.fill(fieldsAt(message, 'template'));
    default:
      throw new GraphError(400, 100, `Param type must be one of the known kinds, not ${JSON.stringify(type)}`);
  }
}

function mediaOf(kind: 'image' | 'audio' | 'video' | 'document', media: Fields, fileOf: FileOf): Content {
  only(
    media,
    ['id', 'link', ...(kind === 'audio' ? [] : ['caption']), ...(kind === 'document' ? ['filename'] : [])],
    kind,
  );
  const caption = media.caption === undefined ? '' : wordsAt(media, 'caption', CAPTION);
  return { ...words(kind === 'video' ? 'other' : kind, caption), file: fileOf(media, kind) };
}

function placeOf(place: Fields): Content {
  only(place, ['latitude', 'longitude', 'name', 'address'], 'location');
  const [latitude, longitude] = [Number(place.latitude), Number(place.longitude)];
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw new GraphError(400, 131009, 'latitude and longitude are no place on earth');
  return words('location', [place.name, place.address, `${latitude}, ${longitude}`].filter(Boolean).join('\n'));
}
