import type { Entity } from './formatted.ts';

/** Tags of parse_mode HTML and the entities they make (Bot API, HTML style). */
export const TAGS: ReadonlyMap<string, string> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['tg-spoiler', 'spoiler'],
  ['span', 'spoiler'],
  ['a', 'text_link'],
  ['code', 'code'],
  ['pre', 'pre'],
  ['blockquote', 'blockquote'],
  ['tg-emoji', 'custom_emoji'],
  ['tg-time', 'date_time'],
]);

export type Tag = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly offset: number;
};

/** The entity of a closed tag, or none where the real server drops it too. */
export function entityOf(tag: Tag, text: string): Entity | undefined {
  const { name, attributes, offset } = tag;
  const length = text.length - offset;
  const type = TAGS.get(name);
  if (length === 0 || type === undefined) return undefined;

  if (name === 'a') {
    const url = attributes.get('href') || text.slice(offset);
    return isLink(url) ? { type, offset, length, url } : undefined;
  }
  if (name === 'blockquote' && attributes.has('expandable')) return { type: 'expandable_blockquote', offset, length };
  if (name === 'tg-emoji') return { type, offset, length, custom_emoji_id: attributes.get('emoji-id') ?? '' };
  if (name === 'code') {
    const language = attributes.get('class')?.match(/^language-(.+)$/)?.[1];
    return language ? { type, offset, length, language } : { type, offset, length };
  }
  return { type, offset, length };
}

function isLink(url: string): boolean {
  return /^(https?|tg|ton|tonsite|mailto|tel):/i.test(url) || /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(url);
}
