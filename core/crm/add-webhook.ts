import type { CrmKept } from './crm-kept.ts';
import type { WebhookRecord } from './webhooks.ts';

/** `secret`: what signs, as the receiver is told it, this once. */
export type WebhookAdded =
  | { readonly was: 'added'; readonly webhook: WebhookRecord; readonly secret: string }
  | { readonly was: 'notPublic' };

export type WebhookNeeds = {
  /** A fresh secret as the receiver is told it, once, and as it is kept. */
  readonly newSecret: () => { readonly secret: string; readonly sealed: string };
  readonly mayCall: (url: URL) => boolean;
};

type Wanted = { readonly url: string; readonly events: readonly string[] };

/** Tells another address of what happens from now on; https to public addresses only. */
export async function addWebhook(
  { webhooks, newSecret, mayCall }: Pick<CrmKept, 'webhooks'> & WebhookNeeds,
  wanted: Wanted,
): Promise<WebhookAdded> {
  const url = URL.parse(wanted.url);
  if (!url || !mayCall(url)) return { was: 'notPublic' };
  const { secret, sealed } = newSecret();
  return { was: 'added', webhook: await webhooks.add(url.href, wanted.events, sealed), secret };
}
