import { badRequest } from './errors.ts';
import { type Entity, type Formatted, inOrder } from './formatted.ts';
import { entityOf, TAGS, type Tag } from './html-tags.ts';

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot));?/gi;

/** Parses parse_mode HTML the way TDLib's parse_html does, and refuses with its words. */
export function parseHtml(source: string): Formatted {
  let text = '';
  let at = 0;
  const open: Tag[] = [];
  const entities: Entity[] = [];

  while (at < source.length) {
    const next = source.indexOf('<', at);
    text += decoded(source.slice(at, next < 0 ? source.length : next));
    if (next < 0) break;
    if (source[next + 1] === '/') {
      const { name, end } = endTag(source, next, open.at(-1));
      const tag = open.pop();
      const entity = tag?.name === name ? entityOf(tag, text) : undefined;
      if (entity) entities.push(entity);
      at = end;
    } else {
      const { name, attributes, end } = startTag(source, next);
      open.push({ name, attributes, offset: text.length });
      at = end;
    }
  }

  const left = open.at(-1);
  if (left) throw refused(`Can't find end tag corresponding to start tag "${left.name}"`);
  return { text, entities: inOrder(withLanguages(entities)) };
}

function startTag(source: string, begin: number) {
  const head = /[^\s>]*/y;
  head.lastIndex = begin + 1;
  const name = (head.exec(source)?.[0] ?? '').toLowerCase();
  let at = begin + 1 + name.length;
  if (at >= source.length) throw refused(`Unclosed start tag at byte offset ${byteOffset(source, begin)}`);
  if (!TAGS.has(name)) throw refused(`Unsupported start tag "${name}" at byte offset ${byteOffset(source, begin)}`);

  const attributes = new Map<string, string>();
  const attribute = /\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([a-z0-9.-]+)(?=[\s>])))?/iy;
  const close = /\s*>/y;
  for (;;) {
    close.lastIndex = at;
    if (close.test(source)) break;
    attribute.lastIndex = at;
    const found = attribute.exec(source);
    if (!found) throw attributeProblem(source, name, begin, at);
    attributes.set((found[1] ?? '').toLowerCase(), decoded(found[2] ?? found[3] ?? found[4]?.toLowerCase() ?? ''));
    at = attribute.lastIndex;
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw refused(`Tag "span" must have class "tg-spoiler" at byte offset ${byteOffset(source, begin)}`);
  }
  return { name, attributes, end: close.lastIndex };
}

function attributeProblem(source: string, name: string, begin: number, at: number) {
  if (!source.includes('>', at))
    return refused(`Unclosed start tag "${name}" at byte offset ${byteOffset(source, begin)}`);
  return refused(`Empty attribute name in the tag "${name}" at byte offset ${byteOffset(source, begin)}`);
}

function endTag(source: string, begin: number, open: Tag | undefined) {
  if (!open) throw refused(`Unexpected end tag at byte offset ${byteOffset(source, begin)}`);
  const found = /^<\/([^\s>]*)\s*>/.exec(source.slice(begin, begin + 64));
  if (!found) throw refused(`Unclosed end tag at byte offset ${byteOffset(source, begin)}`);
  const name = (found[1] ?? '').toLowerCase();
  if (name !== '' && name !== open.name) {
    const where = byteOffset(source, begin);
    throw refused(`Unmatched end tag at byte offset ${where}, expected "</${open.name}>", found "</${name}>"`);
  }
  return { name: open.name, end: begin + found[0].length };
}

/** `<pre><code class="language-x">` is one block with a language. */
function withLanguages(entities: readonly Entity[]): Entity[] {
  const blocks = new Map(entities.filter((e) => e.type === 'pre').map((e) => [`${e.offset}+${e.length}`, e]));
  return entities.flatMap((entity) => {
    const place = `${entity.offset}+${entity.length}`;
    if (entity.type === 'code' && blocks.has(place)) return [];
    const inner = entities.find((e) => e.type === 'code' && `${e.offset}+${e.length}` === place);
    if (entity.type === 'pre' && inner?.language) return [{ ...entity, language: inner.language }];
    if (entity.type !== 'code') return [entity];
    return [{ type: 'code', offset: entity.offset, length: entity.length }];
  });
}

function decoded(source: string): string {
  if (!source.includes('&')) return source;
  return source.replace(ENTITY, (whole, hex?: string, digits?: string, name?: string) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(digits);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function byteOffset(source: string, at: number): number {
  return Buffer.byteLength(source.slice(0, at));
}

function refused(reason: string) {
  return badRequest(`can't parse entities: ${reason}`);
}
