import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** A real server in a process of its own; for tests. */
export type Server = {
  readonly url: string;
  readonly process: ChildProcess;
  /** All it has written so far. */
  output(): string;
  /** Resolves with milliseconds since its start once it is ready; throws where it ended before. */
  ready(): Promise<number>;
  /** Sends the signal, and resolves with the exit code: null where the signal killed it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
};

/** What a process of a test's is started with: it finds its programs, and takes what others compiled as it is. */
export function aProcessEnv(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE } = process.env;
  return { PATH, HOME, ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}), ...env };
}

/** The last argument is how it is started, where not by its file. */
export function aServer(
  env: Readonly<Record<string, string>>,
  port: number,
  [program, ...args]: readonly [string, ...string[]] = [process.execPath, 'bots/main.ts'],
): Server {
  const child = spawn(program, args, {
    env: aProcessEnv({ HOST: '127.0.0.1', PORT: String(port), ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started = performance.now();
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  let isOver = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      isOver = true;
      resolve(code);
    });
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    process: child,
    output: () => output,
    ended,
    ready: async () => {
      for (;;) {
        if (isOver) throw new Error(`the server ended: ${output}`);
        const answer = await fetch(`${url}/readyz`).catch(() => undefined);
        if (answer?.status === 200) return performance.now() - started;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Below what the system gives out by itself (Linux: `ip_local_port_range`), so that no connection takes one meanwhile. */
const PORTS = { from: 10_000, to: 32_000 };
const TRIES = 50;

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = randomInt(PORTS.from, PORTS.to);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
  throw new Error('there is no free port');
}
