import type { FastifyReply, FastifyRequest } from 'fastify';
import { KNOWN_MS } from '#core/sessions/tries.ts';

/** What the console keeps in a browser. */
export const COOKIES = {
  /** The token of the session. */
  session: 'tesoro_desk',
  /** What the device is known by after a sign-in. */
  device: 'tesoro_known',
  /** What a form has to say on the page that comes next. */
  said: 'tesoro_said',
} as const;
type Cookie = keyof typeof COOKIES;

const SAID_SECONDS = 30;
/** `true`: as long as the session at most; `false`: until the browser is closed. */
const STAY_SECONDS = 14 * 24 * 3600;
const AGES = { device: KNOWN_MS / 1000, said: SAID_SECONDS } as const;

/**
 * The cookies of the console. `__Host-` keeps other hosts of the same domain from setting them (RFC 6265bis); browsers
 * take such names over https alone, so plain http, which only a loopback has, goes without.
 */
export function createCookies(isSecure: () => boolean) {
  const nameOf = (cookie: Cookie) => (isSecure() ? `__Host-${COOKIES[cookie]}` : COOKIES[cookie]);
  const OPTIONS = { path: '/', httpOnly: true, sameSite: 'lax' } as const;
  return {
    read: (request: FastifyRequest, cookie: Cookie): string | undefined => request.cookies[nameOf(cookie)],
    keep: (reply: FastifyReply, cookie: Cookie, value: string, stays = false) => {
      const age = cookie === 'session' ? (stays ? STAY_SECONDS : undefined) : AGES[cookie];
      reply.setCookie(nameOf(cookie), value, {
        ...OPTIONS,
        secure: isSecure(),
        ...(age === undefined ? {} : { maxAge: age }),
      });
    },
    drop: (reply: FastifyReply, cookie: Cookie) =>
      reply.clearCookie(nameOf(cookie), { ...OPTIONS, secure: isSecure() }),
  };
}
export type Cookies = ReturnType<typeof createCookies>;
