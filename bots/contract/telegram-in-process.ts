import { Api } from 'grammy';
import type { Upload } from '#adapters/telegram/stand-in/call.ts';
import { execute } from '#adapters/telegram/stand-in/execute.ts';
import { createStandIn, createWorld } from '#adapters/telegram/stand-in/stand-in.ts';
import type { UndiciFetch } from '#adapters/telegram/undici-fetch.ts';
import type { ChannelUnderTest } from './contract.ts';
import { TOKEN, telegramChannel } from './telegram-under-test.ts';

/** The real renderer, sender, grammY and reader, and Telegram's rules; only the HTTP is left out. */
export function aTelegramInProcess(): ChannelUnderTest {
  const options = { bots: [{ token: TOKEN }], rateLimits: false } as const;
  const world = createWorld(options);
  const standIn = createStandIn(world, options);
  const bot = standIn.bot();
  const gone = new AbortController().signal;

  const fetch: UndiciFetch['fetch'] = async (url, { headers = {}, body }) => {
    const input =
      typeof body === 'string' ? { params: JSON.parse(body), uploads: new Map() } : await formOf(body, headers);
    const outcome = await execute({ world, bot, ...input, gone }, String(url).split('/').at(-1) ?? '');
    if (outcome.is !== 'answer') throw new Error('there are no mishaps here');
    return { status: outcome.status, json: async () => outcome.body };
  };

  return telegramChannel({
    api: new Api(TOKEN, { fetch }),
    standIn,
    poll: (offset) => bot.updates.poll(offset, 100, 0, gone),
    close: async () => {},
  });
}

/** What stands in a form, as the Bot API's server reads it. */
async function formOf(body: unknown, headers: Readonly<Record<string, string>>) {
  const params: Record<string, unknown> = {};
  const uploads = new Map<string, Upload>();
  for (const [name, value] of await new Response(body as never, { headers }).formData()) {
    if (typeof value === 'string') params[name] = value;
    else uploads.set(name, { name: value.name, mime: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { params, uploads };
}
