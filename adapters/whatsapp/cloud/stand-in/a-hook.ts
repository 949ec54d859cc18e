import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies as a stranger would
type Arrived = { readonly body: unknown; readonly value: any; readonly signature: string };

/** A webhook that answers Meta's challenge and keeps what comes. `refuses`: so many are answered 500 first. */
export async function aHook({ refuses = 0 } = {}) {
  const arrived: Arrived[] = [];
  const waiting: { readonly holds: string; readonly resolve: (one: Arrived) => void }[] = [];
  let left = refuses;
  const server = createServer((request, response) => {
    const challenge = new URL(request.url ?? '/', 'http://x').searchParams.get('hub.challenge');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      if (challenge !== null) return response.end(challenge);
      left -= 1;
      if (left >= 0) return response.writeHead(500).end();
      response.end();
      const body = JSON.parse(Buffer.concat(chunks).toString());
      const { value } = body.entry[0].changes[0];
      const one = { body, value, signature: String(request.headers['x-hub-signature-256']) };
      const at = waiting.findIndex(({ holds }) => holds in value);
      if (at >= 0) waiting.splice(at, 1)[0]?.resolve(one);
      else arrived.push(one);
      return undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** The next body that holds messages, or statuses. */
    next: (holds: 'messages' | 'statuses'): Promise<Arrived> => {
      const at = arrived.findIndex(({ value }) => holds in value);
      const [first] = at >= 0 ? arrived.splice(at, 1) : [];
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push({ holds, resolve }));
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
