import { onTestFinished, vi } from 'vitest';
import type { Visitor } from './a-visitor.ts';

/** A stream of what changed, as a page holds it open. */
export type Stream = {
  readonly status: number;
  /** All that came so far, as it was written. */
  said(): string;
  /** The names of what changed, in the order in which they came. */
  names(): readonly string[];
  hears(name: string, within?: number): Promise<void>;
  /** Resolves once it was ended from the other side. */
  ends(within?: number): Promise<void>;
};

/** As long as news may take (CONSOLE: 2 s). */
export const NEWS_MS = 2000;

/** Opens one in this browser. It is closed with the test. */
export async function aStream(
  url: string,
  { jar }: Pick<Visitor, 'jar'>,
  { since, lastEvent }: { readonly since?: number; readonly lastEvent?: string } = {},
): Promise<Stream> {
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${url}/crm/live${since === undefined ? '' : `?since=${since}`}`, {
    headers: { cookie, ...(lastEvent === undefined ? {} : { 'last-event-id': lastEvent }) },
    signal: ending.signal,
  });
  let said = '';
  let isOver = false;
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const bytes of answer.body ?? []) said += decoder.decode(bytes, { stream: true });
  };
  void read()
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  const names = () => [...said.matchAll(/^event: (.*)$/gm)].map(([, name = '']) => name);
  if (answer.status === 200) await vi.waitUntil(() => said.includes('id: 1'), { timeout: NEWS_MS, interval: 5 });
  return {
    status: answer.status,
    said: () => said,
    names,
    hears: async (name, within = NEWS_MS) => {
      await vi.waitUntil(() => names().includes(name), { timeout: within, interval: 5 });
    },
    ends: async (within = NEWS_MS) => {
      await vi.waitUntil(() => isOver, { timeout: within, interval: 5 });
    },
  };
}
