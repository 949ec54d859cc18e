/** Words as Telegram's HTML, and the same without markup: what limits count, and what is sent where the HTML is refused. */
export type Rich = { readonly html: string; readonly plain: string };

/** Plain words, escaped (Bot API, HTML style: only <, > and & need it), without what JSON over UTF-8 can't carry. */
export function rich(words: string): Rich {
  const plain = words.replaceAll('\0', '').toWellFormed();
  return { html: plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'), plain };
}

export const bold = ({ html, plain }: Rich): Rich => ({ html: plain === '' ? '' : `<b>${html}</b>`, plain });

export const struck = ({ html, plain }: Rich): Rich => ({ html: plain === '' ? '' : `<s>${html}</s>`, plain });

/** Those that say something, `by` between them. */
export function rows(by: string, all: readonly Rich[]): Rich {
  const said = all.filter(({ plain }) => plain.trim() !== '');
  const of = (side: keyof Rich) => said.map((each) => each[side]).join(by);
  return { html: of('html'), plain: of('plain') };
}
