import { type Entity, type Formatted, inOrder } from './formatted.ts';

const NAMES: Readonly<Record<string, string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  spoiler: 'tg-spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
};

/** The text as safe HTML, for a page to show. */
export function toHtml({ text, entities }: Formatted): string {
  let html = '';
  let at = 0;
  const open: Entity[] = [];
  const closeUntil = (offset: number) => {
    for (let last = open.at(-1); last && last.offset + last.length <= offset; last = open.at(-1)) {
      html += escaped(text.slice(at, last.offset + last.length)) + closing(last);
      at = last.offset + last.length;
      open.pop();
    }
  };
  for (const entity of inOrder(entities)) {
    closeUntil(entity.offset);
    html += escaped(text.slice(at, entity.offset)) + opening(entity, text);
    at = entity.offset;
    open.push(entity);
  }
  closeUntil(text.length);
  return html + escaped(text.slice(at));
}

function opening(entity: Entity, text: string): string {
  const name = NAMES[entity.type];
  if (name) return entity.type === 'expandable_blockquote' ? '<blockquote expandable>' : `<${name}>`;
  const url = linkOf(entity, text);
  return url === undefined ? '' : `<a href="${escaped(url)}">`;
}

function closing(entity: Entity): string {
  const name = NAMES[entity.type];
  if (name) return `</${name}>`;
  return entity.type === 'text_link' || entity.type === 'url' ? '</a>' : '';
}

function linkOf(entity: Entity, text: string): string | undefined {
  if (entity.type === 'text_link') return entity.url ?? '';
  if (entity.type !== 'url') return undefined;
  const url = text.slice(entity.offset, entity.offset + entity.length);
  return /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
