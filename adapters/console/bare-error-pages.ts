import type { IncomingHttpHeaders } from 'node:http';
import { languageFor } from '#core/language.ts';
import { bareErrorPage, type ErrorKind } from './error-pages.ts';
import { consoleLanguage, createSay } from './say.ts';

type Asked = { readonly url: string; readonly headers: IncomingHttpHeaders };
type OfficeName = () => Promise<{ readonly name: string; readonly language: string | null }>;

/** Pages in the place of what was asked for, in the browser's language, for who may be signed in or not. */
export const bareErrorPages =
  (officeName: OfficeName) =>
  async ({ url, headers }: Asked, kind: ErrorKind, detail = {}): Promise<string> => {
    const { name, language } = await officeName();
    const wanted = headers['accept-language']?.split(',')[0] ?? language;
    return String(bareErrorPage(createSay(consoleLanguage(languageFor(wanted))), kind, url, name, detail));
  };
