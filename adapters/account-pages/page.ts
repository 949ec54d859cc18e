import { escaped } from '#adapters/escaped.ts';
import { STYLE } from './style.ts';

/** What stands on top of a page: whose it is, and their logo's address; initials where they have none. */
export type Head = { readonly words: string; readonly initials: string; readonly logo: string | undefined };

export type PageParts = {
  readonly language: string;
  /** Undefined where nobody knows whose page it would be. */
  readonly head: Head | undefined;
  readonly title: string;
  /** HTML. */
  readonly body: string;
};

/** A page of ours: the office's head, one heading, one column. */
export const page = ({ language, head, title, body }: PageParts): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<title>${escaped(title)}</title>
</head>
<body>
${head ? headOf(head) : ''}<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;

function headOf({ words, initials, logo }: Head): string {
  const mark = logo
    ? `<img src="${escaped(logo)}" alt="" height="44">`
    : `<span class="mark" aria-hidden="true">${escaped(initials)}</span>`;
  return `<header>${mark}<span>${escaped(words)}</span></header>\n`;
}

/** A page that only says something, and where to go from there. */
export const notePage = (parts: Omit<PageParts, 'body'>, { notes, links, small = [], code }: Note): string =>
  page({
    ...parts,
    body: [
      ...notes.map((note) => `<p role="status">${escaped(note)}</p>`),
      ...links.map(({ words, url }) => `<a class="way" href="${escaped(url)}" rel="noreferrer">${escaped(words)}</a>`),
      ...(code ? [`<p class="small">${escaped(code.before)}<code>${escaped(code.words)}</code></p>`] : []),
      ...small.map((note) => `<p class="small">${escaped(note)}</p>`),
    ].join('\n'),
  });

export type Note = {
  readonly notes: readonly string[];
  /** As large as buttons. */
  readonly links: readonly { readonly words: string; readonly url: string }[];
  readonly small?: readonly string[];
  /** Something to be copied, and what for. */
  readonly code?: { readonly before: string; readonly words: string } | undefined;
};
