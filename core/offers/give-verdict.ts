import type { ByClient } from '#core/by.ts';
import type { Clock } from '#core/clock.ts';
import type { OfferId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import { canJudge } from './group-of.ts';
import type { Offer } from './offer.ts';
import { offerLine } from './offer-line.ts';

type Needs = Pick<Kept, 'offers' | 'timeline'> & { readonly clock: Clock };
export type Verdict =
  | { readonly status: 'interested' }
  /** Without `reasons` none are said, and those that were said before stay. */
  | { readonly status: 'rejected'; readonly reasons?: readonly string[]; readonly words?: string };
export type Judged =
  | { readonly was: 'judged'; readonly offer: Offer }
  /** The same verdict stands already: nothing changed (rule 11). */
  | { readonly was: 'same'; readonly offer: Offer }
  /** Approved, sold, its search closed …: the offer tells (rule 12). */
  | { readonly was: 'closed'; readonly offer: Offer }
  | { readonly was: 'missing' };

const TYPES = { interested: 'verdict_interested', rejected: 'verdict_rejected' } as const;
const DEEDS = { interested: 'Interested in', rejected: 'Not interested in' } as const;

/** Sets the client's verdict on one offer, in that deal only. */
export async function giveVerdict(
  { offers, timeline, clock }: Needs,
  by: ByClient,
  id: OfferId,
  verdict: Verdict,
): Promise<Judged> {
  const offer = await offers.find(by.contact, id);
  if (!offer) return { was: 'missing' };
  if (!canJudge(offer)) return { was: 'closed', offer };
  if (stands(offer, verdict)) return { was: 'same', offer };
  const reasons = (verdict.status === 'rejected' && verdict.reasons) || [];
  const words = verdict.status === 'rejected' ? (verdict.words ?? null) : null;
  const verdictAt = clock.now();
  await Promise.all([
    offers.change(id, { status: verdict.status, rejectReasons: reasons, rejectText: words, verdictAt }),
    timeline.add(
      by,
      {
        ...offerLine(offer, TYPES[verdict.status], DEEDS[verdict.status]),
        ...(reasons.length > 0 || words ? { text: [...reasons, ...(words ? [words] : [])].join(', ') } : {}),
      },
      { event: 'deal_property.status_changed', record: id, previous: { status: offer.status } },
    ),
  ]);
  return { was: 'judged', offer: { ...offer, status: verdict.status, rejectReasons: reasons, rejectText: words } };
}

/** A rejection counts as the same only with the same reasons: new ones are news for the agent. */
function stands(offer: Offer, verdict: Verdict): boolean {
  if (offer.status !== verdict.status) return false;
  if (verdict.status === 'interested' || !verdict.reasons) return true;
  const same = [...verdict.reasons].sort().join() === [...offer.rejectReasons].sort().join();
  return same && (verdict.words ?? null) === offer.rejectText;
}
