import type { WaysIn } from '#core/accounts/portal-users.ts';
import { type Channel, isChannel } from '#core/chat/channels.ts';

/** As much of a bot as leading somebody to it needs. */
export type Way = { readonly channel: Channel; readonly handle: string | null; readonly external_id: string };

/** The link that brings somebody to a bot, with a code where there is one; undefined where nobody can be led to it (SPEC 8). */
const LINKS: Readonly<Record<Channel, (bot: Way, code?: string) => string | undefined>> = {
  telegram: ({ handle }, code) => (handle ? `https://t.me/${handle}${code ? `?start=${code}` : ''}` : undefined),
  whatsapp: ({ handle }, code) =>
    handle ? `https://wa.me/${handle.replace(/\D/g, '')}${code ? `?text=START%20${code}` : ''}` : undefined,
  teams: ({ external_id: id }, code) =>
    id ? `https://teams.microsoft.com/l/chat/0/0?users=28:${id}${code ? `&message=START%20${code}` : ''}` : undefined,
};

/** The links that bring somebody to each chat of a company, with a code of each; of several bots of a channel, to the first. */
export const waysIn = (bots: readonly Way[], codeOf?: (channel: Channel) => string): WaysIn =>
  Object.fromEntries(
    [...bots].reverse().flatMap((bot): [string, string][] => {
      // A channel of a later version has a row here, and no link yet.
      const link = isChannel(bot.channel) ? LINKS[bot.channel](bot, codeOf?.(bot.channel)) : undefined;
      return link === undefined ? [] : [[bot.channel, link]];
    }),
  );
