import type { Channel } from '#core/chat/turn.ts';

/** As much of a bot as leading somebody to it needs. */
export type Way = { readonly channel: Channel; readonly handle: string | null; readonly external_id: string };

/** The links that bring somebody with this code to each chat of a company (SPEC 8). A bot that nobody can be led to has none. */
export const waysIn = (bots: readonly Way[], code: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...bots].reverse().flatMap((bot) => wayInto(bot, code)));

function wayInto({ channel, handle, external_id }: Way, code: string): readonly [string, string][] {
  switch (channel) {
    case 'telegram':
      return handle ? [[channel, `https://t.me/${handle}?start=${code}`]] : [];
    case 'whatsapp':
      return handle ? [[channel, `https://wa.me/${handle.replace(/\D/g, '')}?text=START%20${code}`]] : [];
    case 'teams':
      return external_id
        ? [[channel, `https://teams.microsoft.com/l/chat/0/0?users=28:${external_id}&message=START%20${code}`]]
        : [];
  }
}
