import { openProduct } from '#bots/product.ts';
import { readSettings } from '#bots/settings/settings.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';

/** The product itself, as it runs, but for Telegram's limits: at 30 messages a second they would be all that is measured. */
const UNHURRIED: ChannelPace = { account: { perSecond: 1e6, burst: 1e6 }, chat: { perSecond: 1e6, burst: 1e6 } };

const product = await openProduct(readSettings({ ...process.env, PORT: '0', LOG_LEVEL: 'error' }), {
  telegramPace: UNHURRIED,
});
process.send?.({ port: Number(new URL(product.url).port) });
process.on('message', (asked) => {
  if (asked === 'memory') process.send?.({ memory: process.memoryUsage().rss });
  if (asked === 'cpu') process.send?.({ cpu: (process.cpuUsage().user + process.cpuUsage().system) / 1000 });
});
process.once('SIGTERM', () => void product.close().finally(() => process.exit(0)));
