import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A webhook that answers Meta's challenge and keeps what comes, messages only. */
export async function aHook() {
  const arrived: unknown[] = [];
  const waiting: ((body: unknown) => void)[] = [];
  const server = createServer((request, response) => {
    const challenge = new URL(request.url ?? '/', 'http://x').searchParams.get('hub.challenge');
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      response.end(challenge ?? '');
      if (challenge !== null || !text.includes('"messages":[')) return;
      const body: unknown = JSON.parse(text);
      const next = waiting.shift();
      if (next) next(body);
      else arrived.push(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** The next body with a message. */
    next: (): Promise<unknown> => {
      const first = arrived.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve));
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
