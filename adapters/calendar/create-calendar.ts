import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import type { CalendarEvent } from '#core/chat/screen.ts';
import type { CompanyId, ViewingId } from '#core/ids.ts';
import { isId } from '#core/ids.ts';
import { LANGUAGES, type Language } from '#core/language.ts';
import { CALENDAR_MIME, type Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import { calendarFile } from './calendar-file.ts';
import { attached, calendarName } from './calendar-name.ts';

type Needs = {
  readonly words: Words;
  readonly secretKey: string;
  /** Where links lead, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly now: () => Date;
};
type Find = (company: CompanyId, viewing: ViewingId) => Promise<CalendarEvent | undefined>;

/** A link serves for so long after the viewing's end. */
const DAYS_AFTER = 90;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Bytes of the signature that a link carries: 128 bits. */
const MAC_BYTES = 16;
/** Two ids, a language, the signature. */
const TOKEN_BYTES = 16 + 16 + 2 + MAC_BYTES;

/** Calendar files, and the links under which they are served as things stand then. */
export function createCalendar({ words, secretKey, publicUrl, now }: Needs): Calendar & {
  /** Serves `/calendar/<token>.ics`; whatever is wrong with a link is answered alike. */
  route(find: Find): FastifyPluginAsync;
} {
  const signatureOf = (signed: Uint8Array) =>
    createHmac('sha256', secretKey).update('calendar').update(signed).digest().subarray(0, MAC_BYTES);

  return {
    fileOf: (event, language) => calendarFile(event, words, language, now()),
    nameOf: (event, language) => calendarName(event, words, language),
    urlOf: ({ company, viewing }, language) => {
      const signed = Buffer.concat([bytesOf(company.id), bytesOf(viewing), Buffer.from(language)]);
      const token = Buffer.concat([signed, signatureOf(signed)]).toString('base64url');
      return `${publicUrl()}/calendar/${token}.ics`;
    },
    route: (find) => async (server) => {
      server.get<{ Params: { file: string } }>('/calendar/:file', async ({ params }, reply) => {
        const asked = read(params.file);
        const event = asked && (await find(asked.company, asked.viewing));
        if (!asked || !event || now().getTime() > new Date(event.end).getTime() + DAYS_AFTER * DAY_MS)
          return reply.callNotFound();
        return reply
          .type(`${CALENDAR_MIME}; charset=utf-8; method=${event.isCancelled ? 'CANCEL' : 'PUBLISH'}`)
          .header('content-disposition', attached(calendarName(event, words, asked.language)))
          .send(calendarFile(event, words, asked.language, now()));
      });
    },
  };

  function read(file: string): { company: CompanyId; viewing: ViewingId; language: Language } | undefined {
    const [, token = ''] = /^([\w-]{1,200})\.ics$/.exec(file) ?? [];
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== TOKEN_BYTES || bytes.toString('base64url') !== token) return undefined;
    const signed = bytes.subarray(0, -MAC_BYTES);
    if (!timingSafeEqual(signatureOf(signed), bytes.subarray(-MAC_BYTES))) return undefined;
    const [company, viewing] = [idOf(signed.subarray(0, 16)), idOf(signed.subarray(16, 32))];
    const language = LANGUAGES.find((each) => each === signed.subarray(32).toString());
    if (!isId(company) || !isId(viewing) || !language) return undefined;
    return { company: company as CompanyId, viewing: viewing as ViewingId, language };
  }
}

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
