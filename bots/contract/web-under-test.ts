import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { openLinkedPhone } from '#adapters/whatsapp/web/linked-phone.ts';
import { createWhatsAppWebStandIn } from '#adapters/whatsapp/web/stand-in/server.ts';
import type { WebMessage } from '#adapters/whatsapp/web/wire.ts';
import { findChromium } from '#bots/settings/find-chromium.ts';
import type { ChannelUnderTest } from './contract.ts';
import { webChannel } from './web-channel.ts';

const PATIENCE = { timeout: 30_000, interval: 2 };

/** The real renderer, sender and reader, the real library in a real browser, and WhatsApp's stand-in behind it. */
export async function aWebUnderTest(): Promise<ChannelUnderTest> {
  const standIn = await createWhatsAppWebStandIn();
  const profile = await mkdtemp(join(tmpdir(), 'contract-'));
  const came = new Map<string, WebMessage>();
  const phone = openLinkedPhone({
    browser: { chromium: findChromium() ?? '', profile, standIn: new URL(standIn.root).host },
    changed: () => {},
    message: (message) => came.set(message.id, message),
    receipt: () => {},
    lost: () => {},
    log: { info: () => {}, warn: () => {} },
  });
  await standIn.link();
  await vi.waitUntil(() => phone.state.is === 'ready', PATIENCE);
  return webChannel({
    phone,
    person: () => standIn.person({ name: 'Ελένη' }),
    message: (id) => vi.waitUntil(() => came.get(id), PATIENCE),
    close: async () => {
      await phone.close();
      await standIn.close();
      await rm(profile, { recursive: true, force: true });
    },
  });
}
