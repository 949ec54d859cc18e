/** Makes words unreadable to all but the server: what is secret stands in no row, dump or file as it is. */
export type Sealing = {
  seal(words: string): string;
  /** Throws where they were sealed with another key. */
  unseal(sealed: string): string;
  /** 64 hex digits, the same for the same words, which nobody else can tell them by, however few they could be. */
  sign(words: string): string;
};

/** What is sealed begins so, which tells it from what a version before kept as it was. */
const MARK = 'sealed:';

/** Without a sealing, as they are. */
export const sealed = (sealing: Sealing | undefined, words: string): string =>
  sealing ? MARK + sealing.seal(words) : words;

export const isSealed = (text: string): boolean => text.startsWith(MARK);

/** The words again; undefined where they can't be read any more. */
export function opened(sealing: Sealing | undefined, text: string): string | undefined {
  if (!isSealed(text)) return text;
  try {
    return sealing?.unseal(text.slice(MARK.length));
  } catch {
    return undefined;
  }
}
