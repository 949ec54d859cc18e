import type { CheckStep } from '#core/crm/channel-accounts.ts';

const PATIENCE_MS = 5_000;

/** Comes to this server by the address under which platforms are to find it. */
export async function reachUs(publicUrl: string): Promise<CheckStep> {
  try {
    const { ok, status } = await fetch(`${publicUrl}/healthz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return { step: 'reached', isGood: ok, ...(ok ? {} : { words: `it answers ${status}` }) };
  } catch {
    return { step: 'reached', isGood: false, words: 'nothing answers there' };
  }
}
