import { push } from '#core/chat/push.ts';
import type { Clock } from '#core/clock.ts';
import type { ContactId } from '#core/ids.ts';
import type { Offer } from '#core/offers/offer.ts';
import { offeredScreen } from '#core/offers/screens.ts';
import { companyOf } from './company-of.ts';
import type { CrmKept } from './crm-kept.ts';
import { endOfQuiet, nextBundleTime } from './push-times.ts';

type Needs = Pick<CrmKept, 'records' | 'people' | 'offers' | 'chats' | 'owed'> & { readonly clock: Clock };

/**
 * Pushes what was offered to a contact since its last bundle, as one message. Whoever shares a deal with the contact
 * gets theirs with it, since an offer is marked as pushed once for all. While the portal is switched off, or in
 * quiet hours, it waits on.
 */
export async function sendBundle(needs: Needs, contact: ContactId): Promise<void> {
  const now = needs.clock.now();
  const company = companyOf(await needs.records.company.get());
  const later = company.isActive ? endOfQuiet(company, now) : nextBundleTime(company, now);
  if (later) return needs.owed.later({ is: 'bundle', contact }, `bundle:${contact}:${later.toISOString()}`, later);

  for (const [each, offers] of await takeTogether(needs, contact))
    await push(needs, each, offeredScreen(offers, company, (await needs.offers.around(each)).severalDeals), 'offer');
}

async function takeTogether({ offers, people }: Needs, first: ContactId): Promise<Map<ContactId, Offer[]>> {
  const bundles = new Map<ContactId, Offer[]>();
  const asked = new Set([first]);
  for (const contact of asked) {
    for (const offer of await offers.takeUnpushed(contact)) {
      for (const each of await people.on(offer.deal.id)) {
        asked.add(each);
        bundles.set(each, [...(bundles.get(each) ?? []), offer]);
      }
    }
  }
  return bundles;
}
