import { chmod, open, rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import type { Log } from '#bots/log.ts';
import type { AdminAnswer, AdminCommand } from './admin-commands.ts';

const NAME = 'admin.sock';
/** The address of a Unix socket holds 108 bytes, with its closing zero (unix(7)); 104 on macOS. */
const LONGEST_PATH = 100;
const BODY_BYTES = 64 * 1024;

/**
 * Takes the operator's commands on a socket in the data directory, which only its owner may open. The database's lock on the
 * directory is held, so a socket that is there was left by a killed process.
 */
export async function openAdminSocket(
  dataDir: string,
  run: (asked: AdminCommand) => Promise<AdminAnswer>,
  log: Log,
): Promise<{ close(): Promise<void> }> {
  const socket = await socketIn(dataDir);
  await rm(join(dataDir, NAME), { force: true });
  const server = createServer((incoming, answer) => {
    const send = (status: number, body: AdminAnswer) => {
      answer.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body));
    };
    textOf(incoming)
      .then((text) => run(JSON.parse(text) as AdminCommand))
      .then(
        (body) => send(200, body),
        (error: unknown) => {
          log.error({ err: error }, 'a command of the operator failed');
          send(500, { error: 'it failed; the log of the server has the details' });
        },
      );
  });
  const mask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(socket.path, resolve);
    });
  } finally {
    process.umask(mask);
  }
  await chmod(join(dataDir, NAME), 0o600);
  server.unref();
  return {
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await socket.close();
      await rm(join(dataDir, NAME), { force: true });
    },
  };
}

/** Asks the server that runs on the data directory; undefined where none does. */
export async function askServer(dataDir: string, asked: AdminCommand): Promise<AdminAnswer | undefined> {
  const socket = await socketIn(dataDir).catch(() => undefined);
  if (!socket) return undefined;
  try {
    return await new Promise<AdminAnswer>((resolve, reject) => {
      const asking = request({ socketPath: socket.path, method: 'POST', path: '/' }, (answer) => {
        textOf(answer).then((text) => resolve(JSON.parse(text) as AdminAnswer), reject);
      });
      asking.once('error', reject).end(JSON.stringify(asked));
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return undefined;
    throw error;
  } finally {
    await socket.close();
  }
}

/** A path to the socket that fits into an address, by the open directory where the directory's own is too long. */
async function socketIn(dataDir: string): Promise<{ readonly path: string; close(): Promise<void> }> {
  const path = join(dataDir, NAME);
  if (Buffer.byteLength(path) <= LONGEST_PATH) return { path, close: async () => {} };
  const directory = await open(dataDir);
  return { path: `/proc/self/fd/${directory.fd}/${NAME}`, close: () => directory.close() };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_BYTES) throw new Error('too much was sent');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
