import { badRequest } from './errors.ts';
import { withFoundEntities } from './find-entities.ts';
import { type Entity, type Formatted, NO_WORDS, trimmed } from './formatted.ts';
import { parseHtml } from './html.ts';
import { CAPTION_LENGTH, ENTITIES, RAW_TEXT_BYTES, TEXT_LENGTH } from './limits.ts';
import { type Fields, isFields, jsonParam, textParam } from './params.ts';

/** The `text` of a call, parsed and within its limit. */
export function textOf(params: Fields): Formatted {
  const source = textParam(params, 'text');
  if (source === '') throw badRequest('message text is empty');
  const words = formatted(params, source, 'entities');
  if (words.text === '') throw badRequest('text must be non-empty');
  if (words.text.length > TEXT_LENGTH) throw badRequest('message is too long');
  return words;
}

/** The `caption` of a call or of a media item, parsed and within its limit. */
export function captionOf(params: Fields): Formatted {
  const source = textParam(params, 'caption');
  if (source === '') return NO_WORDS;
  const words = formatted(params, source, 'caption_entities');
  if (words.text.length > CAPTION_LENGTH) throw badRequest('message caption is too long');
  return words;
}

function formatted(params: Fields, source: string, entitiesName: string): Formatted {
  if (source.length > RAW_TEXT_BYTES / 4 && Buffer.byteLength(source) > RAW_TEXT_BYTES) {
    throw badRequest('text is too long');
  }
  const { text, entities } = withFoundEntities(trimmed(parsed(params, source, entitiesName)));
  return { text, entities: entities.slice(0, ENTITIES) };
}

function parsed(params: Fields, source: string, entitiesName: string): Formatted {
  const mode = textParam(params, 'parse_mode').toLowerCase();
  if (mode === 'html') return parseHtml(source);
  if (mode === 'markdown' || mode === 'markdownv2') {
    throw badRequest('the stand-in parses HTML only; markdown parse modes are not supported by it');
  }
  if (mode !== '' && mode !== 'none') throw badRequest('unsupported parse_mode');
  return { text: source, entities: givenEntities(params, source, entitiesName) };
}

function givenEntities(params: Fields, source: string, name: string): Entity[] {
  const given = jsonParam(params, name, 'entities');
  if (!Array.isArray(given)) return [];
  return given.map((item: unknown) => {
    if (!isFields(item)) throw badRequest("can't parse MessageEntity: expected an Object");
    const { type, offset, length, url, language, custom_emoji_id } = item;
    if (typeof type !== 'string' || typeof offset !== 'number' || typeof length !== 'number') {
      throw badRequest(`can't parse MessageEntity: Can't find field "offset"`);
    }
    if (offset < 0 || length <= 0 || offset + length > source.length) {
      throw badRequest('entity begins or ends outside of the text');
    }
    return {
      type,
      offset,
      length,
      ...(typeof url === 'string' ? { url } : {}),
      ...(typeof language === 'string' ? { language } : {}),
      ...(typeof custom_emoji_id === 'string' ? { custom_emoji_id } : {}),
    };
  });
}
