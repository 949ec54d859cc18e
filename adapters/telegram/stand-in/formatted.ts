/** A span of a text in UTF-16 units, as in the Bot API. */
export type Entity = {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
  readonly custom_emoji_id?: string;
};

/** A text without markup and what its parts are. */
export type Formatted = { readonly text: string; readonly entities: readonly Entity[] };

export const NO_WORDS: Formatted = { text: '', entities: [] };

/** In order of offset, outer ones first. */
export function inOrder(entities: readonly Entity[]): Entity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

/** Without the white space at both ends, which the real server removes too. */
export function trimmed({ text, entities }: Formatted): Formatted {
  const words = text.trim();
  if (words.length === text.length) return { text, entities };
  const start = text.length - text.trimStart().length;
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - start, 0);
    const to = Math.min(entity.offset - start + entity.length, words.length);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { text: words, entities: kept };
}
