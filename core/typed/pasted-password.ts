/** What a paste brings along: blanks, quotes, what is never seen; no password that we send has them. */
const STRAY = /[\s\p{Cf}\p{Default_Ignorable_Code_Point}"'“”„‘’«»<>()]/u;

/** A password of ours as it was pasted, without what stands unseen around it. Its signs are its own. */
export function pastedPassword(words: string): string {
  // One letter can be a sign and its mark: without this, the sign alone would be taken for a stray one.
  const all = Array.from(words.normalize('NFC'));
  const begins = all.findIndex((sign) => !STRAY.test(sign));
  const ends = all.findLastIndex((sign) => !STRAY.test(sign));
  return begins < 0 ? '' : all.slice(begins, ends + 1).join('');
}
