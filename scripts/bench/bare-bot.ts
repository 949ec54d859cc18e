import { createServer } from 'node:http';
import { Bot, webhookCallback } from 'grammy';

/** The first anchor: the least that a grammY bot on a webhook can be. It answers a press and keeps nothing. */
const { BENCH_TOKEN = '', BENCH_API_ROOT = '', BENCH_SECRET = '' } = process.env;
const bot = new Bot(BENCH_TOKEN, { client: { apiRoot: BENCH_API_ROOT } });
bot.on('callback_query:data', async (context) => {
  await context.reply('You are interested');
});
await bot.init();
const answer = webhookCallback(bot, 'http', { secretToken: BENCH_SECRET });
const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.send?.({ port: address.port });
});
process.on('message', (asked) => {
  if (asked === 'memory') process.send?.({ memory: process.memoryUsage().rss });
});
