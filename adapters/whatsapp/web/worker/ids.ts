/** A message's id as the library gives it: whole on some builds, under another name on others (wwebjs#201832). */
type Key = { readonly id?: unknown; readonly _serialized?: unknown; readonly $1?: unknown };

/** The part of a message's id that stays when its chat gets another id; undefined where there is none. */
export function stanzaOf(key: unknown): string | undefined {
  if (typeof key === 'string') return key.split('_')[2] ?? key;
  if (typeof key !== 'object' || key === null) return undefined;
  const { id, _serialized, $1 }: Key = key;
  if (typeof id === 'string' && id !== '') return id;
  const whole = typeof _serialized === 'string' ? _serialized : $1;
  return typeof whole === 'string' ? whole.split('_')[2] : undefined;
}

/** Chats of one person; groups, channels, broadcasts and statuses are not ours to answer. */
export const isPerson = (chat: string): boolean => /^\d{5,20}@(c\.us|lid)$/.test(chat);
