/** Signs that WhatsApp reads as markup in pairs, and signs that look like them (faq.whatsapp.com, formatting). */
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
const PAIR = /(?<![\p{L}\p{N}])([*_~`]{1,3})(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu;

/** Words as they were written: a pair of signs that would change how they look is replaced by signs that look alike. */
export function plain(words: string): string {
  return words.replace(PAIR, (_, signs: string, inner: string) => {
    const alike = signs.replace(/./g, (sign) => LOOKALIKES[sign] ?? sign);
    return alike + plain(inner) + alike;
  });
}

/** One line in bold. */
export const bold = (words: string): string => `*${words.replaceAll('*', '∗').replace(/\s+/g, ' ').trim()}*`;

/** Some words of a line, crossed out. */
export const struck = (words: string): string => `~${words.replaceAll('~', '∼').trim()}~`;

/** Words without any of these signs, for those who compare. */
export const unmarked = (words: string): string => words.replace(/[*∗_ˍ~∼`ˋ]/g, '').replace(/\s+/g, ' ');
