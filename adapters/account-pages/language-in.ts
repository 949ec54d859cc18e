import type { IncomingHttpHeaders } from 'node:http';
import { knownLanguage, type Language } from '#core/language.ts';

/** The first of the browser's languages that we speak (RFC 9110, Accept-Language: most list them by preference). */
export const languageIn = (headers: IncomingHttpHeaders): Language =>
  (headers['accept-language'] ?? '')
    .split(',')
    .map((tag) => knownLanguage(tag.split(';')[0]?.trim()))
    .find((language) => language !== undefined) ?? 'en';
