import type { IncomingHttpHeaders } from 'node:http';
import { refusalPage, type Shown } from '#adapters/account-pages/refusal-page.ts';
import { bareErrorPages } from '#adapters/console/bare-error-pages.ts';
import type { Words } from '#core/words.ts';

/** What was asked for, as far as the server read it. */
export type Asked = { readonly url: string; readonly headers: IncomingHttpHeaders };
/** The page that a person reads whose request came to no route, or to one without pages of its own. Never rejects. */
export type Refusals = (asked: Asked, status: number) => Promise<Shown>;

type Needs = { readonly words: Words; readonly officeName: Parameters<typeof bareErrorPages>[0] };

export function createRefusals({ words, officeName }: Needs): Refusals {
  const [page, deskPage] = [refusalPage(words), bareErrorPages(officeName)];
  return async (asked, status) => {
    const plain = page(status, asked.headers);
    if (!/^\/crm(?:[/?]|$)/.test(asked.url)) return plain;
    // Nobody says what the office is called while the database is away: a refusal needs no name.
    return deskPage(asked, status < 500 ? 'nothing' : 'ours').then(
      (html) => ({ html, headers: {} }),
      () => plain,
    );
  };
}

/** Whether a person's browser asks, which prefers pages; programs take anything, or name what they want. */
export const wantsPage = ({ accept = '' }: IncomingHttpHeaders): boolean => /\btext\/html\b/i.test(accept);
