import type { Order, Report } from '#adapters/whatsapp/web/wire.ts';
import { clearLocks } from './clear-locks.ts';
import { openClient } from './open-client.ts';
import { wordsOf } from './send-part.ts';

/** The process with the browser. It knows what it is told, tells what it sees, and goes when the house goes. */

let client: ReturnType<typeof openClient> | undefined;

const tell = (report: Report) => {
  if (process.connected) process.send?.(report);
};

async function obey(order: Order): Promise<void> {
  switch (order.is) {
    case 'open': {
      await clearLocks(order.profile);
      client = openClient(order, tell, () => process.exit(0));
      await client.initialize();
      return;
    }
    case 'send': {
      const outcome = (await client?.send(order)) ?? { was: 'unsent' as const, words: 'the browser is not open' };
      tell({ is: 'sent', call: order.call, outcome });
      return;
    }
    case 'fetch': {
      const { call, message, chat } = order;
      const closed = { was: 'failed' as const, why: 'the browser is not open' };
      tell({ is: 'fetched', call, fetched: (await client?.fetch(message, chat)) ?? closed });
      return;
    }
    case 'seen':
      return client?.seen(order.chat);
    case 'close':
      return leave();
  }
}

async function leave(): Promise<void> {
  await client?.close();
  process.exit(0);
}

process.on('message', (order: Order) => {
  obey(order).catch((error: unknown) => client?.end('dropped', wordsOf(error)) ?? process.exit(1));
});
process.on('disconnect', () => void leave());
// What the library throws where nobody waits for it ends this client, not more.
process.on('unhandledRejection', (error) => void client?.end('dropped', wordsOf(error)));
process.on('uncaughtException', (error) => void client?.end('dropped', wordsOf(error)));
// The house ends us; a terminal sends the signal to all.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
