import { type ChildProcess, fork } from 'node:child_process';

/** A process of ours that listens on a free port and tells it. */
export type Child = {
  readonly url: string;
  memoryMiB(): Promise<number>;
  /** Time of processors that it has taken so far, in milliseconds. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
};

export async function aChild(script: string, env: Readonly<Record<string, string>>): Promise<Child> {
  const child = fork(new URL(script, import.meta.url), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port } = await told<{ port: number }>(child, 'port');
  return {
    url: `http://127.0.0.1:${port}`,
    async memoryMiB() {
      const answer = told<{ memory: number }>(child, 'memory');
      child.send('memory');
      return Math.round((await answer).memory / 1024 / 1024);
    },
    async cpuMs() {
      const answer = told<{ cpu: number }>(child, 'cpu');
      child.send('cpu');
      return (await answer).cpu;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function told<Told>(child: ChildProcess, key: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`the process ended with ${code} before it told its ${key}`));
    const heard = (message: unknown) => {
      if (!message || typeof message !== 'object' || !(key in message)) return;
      child.off('exit', ended).off('message', heard);
      resolve(message as Told);
    };
    child.once('exit', ended).on('message', heard);
  });
}
