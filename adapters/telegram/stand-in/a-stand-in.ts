import { Bot, GrammyError } from 'grammy';
import { onTestFinished } from 'vitest';
import { createTelegramStandIn, type TelegramStandInOptions } from './server.ts';

export const TOKEN = '123456:stand-in';

/** For tests: a stand-in with one bot, the real grammY on it, and Ann, who has pressed Start unless told otherwise. */
export async function aStandIn(options: TelegramStandInOptions & { readonly started?: false } = {}) {
  const standIn = await createTelegramStandIn({ bots: [{ token: TOKEN, username: 'tesoro_bot' }], ...options });
  const bot = new Bot(TOKEN, { client: { apiRoot: standIn.root } });
  onTestFinished(async () => {
    if (bot.isRunning()) await bot.stop();
    await standIn.close();
  });
  const ann = standIn.person({ firstName: 'Ann', languageCode: 'en' });
  if (options.started !== false) ann.opens();
  return { standIn, bot, api: bot.api, ann, chat: ann.chat() };
}

/** What a call is refused with: '<code> <description>'. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
    throw error;
  }
}

/** The head of a PNG of that size, which is all that is read of it. */
export function aPicture(width = 800, height = 600, bytes = 64): Buffer {
  const png = Buffer.alloc(bytes);
  png.writeUInt32BE(0x89504e47, 0);
  png.writeUInt32BE(0x0d0a1a0a, 4);
  png.write('IHDR', 12, 'latin1');
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}
