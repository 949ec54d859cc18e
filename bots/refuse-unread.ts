import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type Refusals, wantsPage } from './refusals.ts';

/** What Node says of a request that it can't read (node:http, `clientError`), and what that is called (RFC 9110, RFC 6585). */
const STATUSES: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
const UNREADABLE = 400;

type Unread = { readonly code: string; readonly rawPacket: unknown };

/** Answers what is no readable request, as far as its beginning tells who asks: a person's browser gets a page. */
export const refuseUnread =
  (refusals: Refusals) =>
  (error: Unread, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const status = STATUSES[error.code] ?? UNREADABLE;
    const headers = headersIn(error.rawPacket);
    const end = (type: string, body: string) => {
      const head = [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        `content-type: ${type}`,
        `content-length: ${Buffer.byteLength(body)}`,
        'cache-control: no-store',
        'x-content-type-options: nosniff',
        'connection: close',
      ];
      if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
      socket.destroySoon();
    };
    const plain = () => end('application/json; charset=utf-8', JSON.stringify({ error: STATUS_CODES[status] }));
    if (wantsPage(headers))
      refusals({ url: '', headers }, status).then(({ html }) => end('text/html; charset=utf-8', html), plain);
    else plain();
  };

/** The two headers that an answer depends on, where they can still be found. */
function headersIn(packet: unknown) {
  const head = packet instanceof Uint8Array ? Buffer.from(packet).toString('latin1') : '';
  const find = (name: string) => new RegExp(`\\r\\n${name}:[ \\t]*([^\\r\\n]{0,500})`, 'i').exec(head)?.[1];
  const [accept, language] = [find('accept'), find('accept-language')];
  return { ...(accept ? { accept } : {}), ...(language ? { 'accept-language': language } : {}) };
}
