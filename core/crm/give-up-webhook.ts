import { phrase } from '#core/chat/text.ts';
import type { Words } from '#core/words.ts';
import type { CrmKept } from './crm-kept.ts';
import { mailUser } from './mail-user.ts';

/**
 * So long a receiver may take nothing. A weekend with a holiday on each side passes in it, so that somebody was at work to
 * see that it is down; and what failed is kept for far longer, so that all of it can be sent again.
 */
export const GIVEN_UP_AFTER_DAYS = 5;

type Needs = Pick<CrmKept, 'webhooks' | 'records' | 'owed'> & {
  readonly words: Words;
  /** Where webhooks are enabled again. */
  readonly page: string;
};

/** Disables a webhook that took nothing for days, and mails each Admin; nothing where it is told still with reason. */
export async function giveUpWebhook(needs: Needs, id: string): Promise<void> {
  const webhook = await needs.webhooks.giveUp(id, GIVEN_UP_AFTER_DAYS);
  if (!webhook) return;
  const { name: company } = await needs.records.company.get();
  const { host } = new URL(webhook.url);
  for (const admin of await needs.records.users.activeAdmins()) {
    const user = await needs.records.users.find(admin);
    if (!user) continue;
    await mailUser(needs, user, phrase('console.webhookOffSubject', { host }), () =>
      phrase('console.webhookOff', {
        name: user.name,
        url: webhook.url,
        days: String(GIVEN_UP_AFTER_DAYS),
        company,
        page: needs.page,
      }),
    );
  }
}
