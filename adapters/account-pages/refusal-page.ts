import type { IncomingHttpHeaders } from 'node:http';
import { phrase } from '#core/chat/text.ts';
import type { Words } from '#core/words.ts';
import { languageIn } from './language-in.ts';
import { notePage } from './page.ts';
import { PAGE_HEADERS } from './page-headers.ts';

/** A page with the headers that it is shown with. */
export type Shown = { readonly html: string; readonly headers: Readonly<Record<string, string>> };

/** Statuses of an address that leads nowhere, however it came to that (RFC 9110). */
const NOWHERE = [400, 404, 405, 410, 414];

/** What a person's browser reads where the server refuses before any page of ours was reached. */
export const refusalPage =
  (words: Words) =>
  (status: number, headers: IncomingHttpHeaders): Shown => {
    const language = languageIn(headers);
    const [title, note] = NOWHERE.includes(status)
      ? ([phrase('page.goneTitle'), phrase('page.gone')] as const)
      : ([phrase('page.failedTitle'), phrase('page.failed')] as const);
    const parts = { language, head: undefined, title: words.say(title, language) };
    const html = notePage(parts, { notes: [words.say(note, language)], links: [] });
    return { html, headers: PAGE_HEADERS };
  };
