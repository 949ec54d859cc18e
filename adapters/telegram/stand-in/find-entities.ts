import { type Entity, type Formatted, inOrder } from './formatted.ts';

const FINDERS: readonly (readonly [string, RegExp])[] = [
  ['url', /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,:;!?)\]]/gi],
  ['email', /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g],
  ['mention', /(?<![\w/@.])@[a-z]\w{3,31}\b/gi],
  ['bot_command', /(?<![\w/@<>])\/[a-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/gi],
];
const CANDIDATE = /[/@]/;

/** Adds what Telegram finds by itself: links, addresses, mentions and commands. */
export function withFoundEntities({ text, entities }: Formatted): Formatted {
  if (!CANDIDATE.test(text)) return { text, entities };
  const found: Entity[] = [];
  for (const [type, pattern] of FINDERS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...entities, ...found].some((other) => overlap(entity, other))) found.push(entity);
    }
  }
  return found.length === 0 ? { text, entities } : { text, entities: inOrder([...entities, ...found]) };
}

function overlap(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
